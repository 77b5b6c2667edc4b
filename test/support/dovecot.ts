import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { isInstalled } from './installed.ts'

/** Whether the IMAP server Dovecot is here, with what makes certificates for it. */
export const hasDovecot =
  isInstalled('dovecot', () => spawnSync('dovecot', ['--version'], { env: systemPath() }).status === 0) &&
  isInstalled('openssl', () => spawnSync('openssl', ['version']).status === 0)

/** A server with one mailbox on 127.0.0.1; its certificate is for `localhost`. */
export type Dovecot = {
  /** The Maildir of the mailbox. */
  readonly mail: string
  /** The port for STARTTLS, where plain connections are allowed too; and the one for TLS. */
  readonly ports: { readonly imap: number; readonly imaps: number }
  /** The certificate of the authority that signed the server's, as PEM. */
  readonly authority: string
  readonly password: string
  /** Prints the password. */
  readonly passwordCommand: string
  /** What the server has logged so far. */
  readonly log: () => string
  readonly stop: () => Promise<void>
}

/** Starts a server of its own: no file of the system is read, and no other server is touched. */
export async function startDovecot(): Promise<Dovecot> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-dovecot-'))
  fs.chmodSync(folder, 0o755)
  const mail = path.join(folder, 'mail', 'sue')
  for (const part of ['cur', 'new', 'tmp']) fs.mkdirSync(path.join(mail, part), { recursive: true })
  const authority = certificates(folder)
  const password = 'geheim+länger'
  const secret = path.join(folder, 'secret')
  fs.writeFileSync(secret, `${password}\n`)
  const ports = { imap: await freePort(), imaps: await freePort() }
  const config = path.join(folder, 'dovecot.conf')
  fs.writeFileSync(config, configuration(folder, password, ports))
  giveToServer(path.join(folder, 'mail'))
  const server = spawn('dovecot', ['-F', '-c', config], { env: systemPath(), stdio: 'ignore' })
  await answering(server, ports.imap)
  return {
    mail,
    ports,
    authority,
    password,
    passwordCommand: `cat ${secret}`,
    log: () => fs.readFileSync(path.join(folder, 'dovecot.log'), 'utf8'),
    stop: async () => {
      server.kill()
      if (server.exitCode === null) await once(server, 'exit')
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

const isRoot = process.geteuid?.() === 0

/** Whose the mail is: Dovecot hands out none of root's. */
const mailOwner = isRoot ? { uid: 8, gid: 8 } : { uid: os.userInfo().uid, gid: os.userInfo().gid }

/** Makes what was put into the mailbox the server's own. */
export function giveToServer(folder: string): void {
  if (isRoot) execFileSync('chown', ['-R', `${mailOwner.uid}:${mailOwner.gid}`, folder])
}

/** Programs of the system are not on every user's path. */
function systemPath(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` }
}

function configuration(
  folder: string,
  password: string,
  { imap, imaps }: { imap: number; imaps: number },
): string {
  const [internal, login] = isRoot
    ? ['dovecot', 'dovenull']
    : [os.userInfo().username, os.userInfo().username]
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <${folder}/server.pem
ssl_key = <${folder}/server.key
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail/%n
default_internal_user = ${internal}
default_internal_group = ${isRoot ? 'dovecot' : execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim()}
default_login_user = ${login}
first_valid_uid = 1
first_valid_gid = 1
auth_mechanisms = plain login xoauth2
auth_failure_delay = 0
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${mailOwner.uid} gid=${mailOwner.gid} home=${folder}/mail/%n
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imap}
  }
  inet_listener imaps {
    port = ${imaps}
  }
}
service anvil {
  chroot =
  # Whoever failed once is not kept waiting.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Outgoing {
    special_use = \\Sent
  }
  mailbox Rubbish {
    special_use = \\Trash
  }
}
`
}

/** An authority, and a certificate for `localhost` that it signed; gives the authority's. */
function certificates(folder: string): string {
  const openssl = (...words: string[]): void => {
    execFileSync('openssl', words, { cwd: folder, stdio: 'ignore' })
  }
  const newKey = ['-newkey', 'rsa:2048', '-nodes', '-days', '2']
  openssl('req', '-x509', ...newKey, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Test authority')
  openssl(
    'req',
    '-new',
    ...newKey.slice(0, 3),
    '-keyout',
    'server.key',
    '-out',
    'server.csr',
    '-subj',
    '/CN=localhost',
  )
  fs.writeFileSync(path.join(folder, 'names'), 'subjectAltName=DNS:localhost\n')
  const signed = '-CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile names -out server.pem'
  openssl('x509', '-req', '-in', 'server.csr', ...signed.split(' '))
  return fs.readFileSync(path.join(folder, 'ca.pem'), 'utf8')
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Waits until the server greets, or has ended. */
async function answering(server: ChildProcess, port: number): Promise<void> {
  while (server.exitCode === null) {
    const socket = net.connect(port, '127.0.0.1')
    const isThere = await Promise.race([
      once(socket, 'data').then(
        () => true,
        () => false,
      ),
      once(socket, 'close').then(() => false),
    ])
    socket.destroy()
    if (isThere) return
  }
  throw new Error('Dovecot did not start.')
}
