import type { ImapFlow } from 'imapflow'
import type { ImapConnection } from './connect.ts'
import type { ImapFolder } from './folders.ts'

/** How often to reconnect: a server may hang up at each message that it cannot read. */
const mostReconnections = 20

/** The most bytes that a server may send between two answers that were asked for: two million UIDs are as long. */
const mostUnasked = 20_000_000
/** How often these bytes are counted, in milliseconds. */
const lookEvery = 20

/** A mailbox on a server, opened read-only. It reconnects after a lost connection. */
export class ImapSession {
  readonly #again: () => Promise<ImapFlow>
  #client: ImapFlow
  #uidValidity: bigint | null = null
  #reconnections = 0
  /** How many bytes had come from the server at its last answer that was asked for. */
  #answered = 0
  #isFlooded = false
  readonly #watch: NodeJS.Timeout

  constructor({ client, again }: ImapConnection) {
    this.#client = client
    this.#again = again
    this.#watch = setInterval(() => this.#endFlood(), lookEvery)
  }

  /** Whether the connection was ended since the server never came to an end. */
  get isFlooded(): boolean {
    return this.#isFlooded
  }

  /** Says that the server gave what it was asked for. */
  answered(): void {
    this.#endFlood()
    this.#answered = this.#client.stats(false).received
  }

  #endFlood(): void {
    if (this.#client.stats(false).received - this.#answered <= mostUnasked) return
    this.#isFlooded = true
    this.#client.close()
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
    if (this.#isFlooded) throw error
    this.#reconnections += 1
    if (this.#reconnections > mostReconnections) throw error
    const before = this.#uidValidity
    try {
      this.#client = await this.#again()
      this.#answered = 0
      await this.open(folder)
    } catch {
      throw error
    }
    if (this.#uidValidity !== before) throw error
  }

  close(): void {
    clearInterval(this.#watch)
    this.#client.close()
  }
}
