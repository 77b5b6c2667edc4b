import path from 'node:path'
import { build, type Plugin } from 'esbuild'

/** The package that speaks IMAP. The others of its kind in here are parts of it that fu never uses. */
const library = 'imapflow'
const file = 'dist/imapflow.cjs'

/** Asks for the library in a file of its own, by the `require` of bin/fu.js: it is loaded for a mail server alone. */
export const withImapLibrary: Plugin = {
  name: 'imap-library',
  setup(bundle) {
    bundle.onResolve({ filter: new RegExp(`^${library}$`) }, () => ({ path: `../${file}`, external: true }))
  },
}

/** Packages that the library uses for logs, proxies, and what stands in messages: 0.9 MB for what fu does without. */
const unused = /^(?:pino|socks|libmime|libqp|libbase64|encoding-japanese|@zone-eu\/mailsplit(?:\/.*)?)$/

/** The library without these packages; the names of folders are read by fu's own code. */
const withoutUnused: Plugin = {
  name: 'without-unused',
  setup(bundle) {
    bundle.onResolve({ filter: unused }, ({ path: name }) => ({ path: name, namespace: 'unused' }))
    bundle.onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'module.exports = {}' }))
    bundle.onResolve({ filter: /^iconv-lite$/ }, () => ({
      path: path.join(import.meta.dirname, 'imap-folder-names.ts'),
    }))
  },
}

/** Writes the library into dist/; gives the files that it was made from. */
export async function imapLibrary(root: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    stdin: { contents: `export { ImapFlow } from '${library}'`, resolveDir: root },
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.17',
    plugins: [withoutUnused],
    minify: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  })
  return Object.keys(metafile.inputs).filter((input) => input.startsWith('node_modules/'))
}
