import type { ImapFlow } from 'imapflow'
import type { ImapConnection } from './connect.ts'
import type { ImapFolder } from './folders.ts'

/** How often to reconnect: a server may hang up at each message that it cannot read. */
const mostReconnections = 20

/** A mailbox on a server, opened read-only. It reconnects after a lost connection. */
export class ImapSession {
  readonly #again: () => Promise<ImapFlow>
  #client: ImapFlow
  #uidValidity: bigint | null = null
  #reconnections = 0

  constructor({ client, again }: ImapConnection) {
    this.#client = client
    this.#again = again
  }

  get client(): ImapFlow {
    return this.#client
  }

  /** Opens a folder read-only; returns the number of its messages. */
  async open(folder: ImapFolder): Promise<number> {
    const { exists, uidValidity } = await this.#client.mailboxOpen(folder.path, { readOnly: true })
    this.#uidValidity = uidValidity
    return exists
  }

  /**
   * Reconnects after an error and opens the folder again.
   *
   * @throws the error, if the server is gone, hangs up again and again, or changed the UIDs of its messages
   */
  async resume(folder: ImapFolder, error: unknown): Promise<void> {
    this.#client.close()
    this.#reconnections += 1
    if (this.#reconnections > mostReconnections) throw error
    const before = this.#uidValidity
    try {
      this.#client = await this.#again()
      await this.open(folder)
    } catch {
      throw error
    }
    if (this.#uidValidity !== before) throw error
  }

  close(): void {
    this.#client.close()
  }
}
