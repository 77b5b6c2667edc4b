type Env = Readonly<Record<string, string | undefined>>

/** Variables set by terminals that support hyperlinks (OSC 8). */
const signs = ['KITTY_WINDOW_ID', 'KONSOLE_VERSION', 'WT_SESSION', 'DOMTERM', 'ALACRITTY_WINDOW_ID']
const programs = new Set(['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'Tabby', 'rio'])
const firstVte = 5000

/**
 * Whether the screen supports hyperlinks. A terminal cannot be asked, so it is recognized by name; an unknown one gets
 * plain text. `FORCE_HYPERLINK` overrides this.
 */
export function showsLinks(env: Env, stream: { readonly isTTY: boolean }): boolean {
  const forced = env['FORCE_HYPERLINK'] ?? ''
  if (forced !== '') return forced !== '0' && forced !== 'false'
  if (!stream.isTTY || env['TERM'] === 'dumb') return false
  return (
    programs.has(env['TERM_PROGRAM'] ?? '') ||
    Number(env['VTE_VERSION'] ?? '') >= firstVte ||
    signs.some((sign) => (env[sign] ?? '') !== '')
  )
}
