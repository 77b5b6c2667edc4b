import fs from 'node:fs'
import path from 'node:path'

/** One call to the disk, as disk.c writes it down, or a sentence on stdout. */
export type Call =
  | {
      readonly call: 'open'
      readonly fd: number
      readonly makes: boolean
      readonly empties: boolean
      readonly path: string
    }
  | { readonly call: 'close' | 'sync'; readonly fd: number }
  | { readonly call: 'write'; readonly fd: number; readonly at: number; readonly bytes: Buffer }
  | { readonly call: 'truncate'; readonly fd: number; readonly length: number }
  | { readonly call: 'unlink' | 'mkdir'; readonly path: string }
  | { readonly call: 'rename' | 'link'; readonly from: string; readonly path: string }
  | { readonly call: 'said' | 'nothing' }

/** Reads what disk.c wrote down. */
export function readCalls(log: Buffer): Call[] {
  const calls: Call[] = []
  let at = 0
  const line = (): string => {
    const end = log.indexOf('\n', at)
    const text = log.toString('latin1', at, end)
    at = end + 1
    return text
  }
  while (at < log.length) {
    const text = line()
    const [call = '', a = '', b = '', c = ''] = text.split(' ')
    const rest = text.slice(call.length + 1)
    const fd = Number(a)
    if (call === 'open') {
      const place = text.split(' ').slice(4).join(' ')
      calls.push({ call, fd, makes: b === '1', empties: c === '1', path: place })
    } else if (call === 'close' || call === 'sync') calls.push({ call, fd })
    else if (call === 'write') {
      calls.push({ call, fd, at: Number(b), bytes: log.subarray(at, at + Number(c)) })
      at += Number(c)
    } else if (call === 'truncate') calls.push({ call, fd, length: Number(b) })
    else if (call === 'unlink' || call === 'mkdir') calls.push({ call, path: rest })
    else if (call === 'rename' || call === 'link') calls.push({ call, from: rest, path: line() })
    else calls.push({ call: call === 'said' ? 'said' : 'nothing' })
  }
  return calls
}

type Piece = { readonly at: number; readonly bytes: Buffer } | { readonly length: number }
type FileNode = { readonly kind: 'file'; bytes: Buffer; pending: Piece[] }
/** Names that change at once; `null` is a name that goes. */
type Naming = ReadonlyMap<string, Node | null>
type FolderNode = { readonly kind: 'folder'; names: Map<string, Node>; pending: Naming[] }
type Node = FileNode | FolderNode

/** What of the things that nobody waited for reached the disk: names, and sectors of files. */
export type Reached = { readonly name: () => boolean; readonly sector: () => boolean }

const sectorLength = 512

/** What lies on a disk, by the path below the parent of the folder of the diary; `null` is a folder. */
export type Lying = ReadonlyMap<string, Buffer | null>

/** A disk that keeps what was waited for, and maybe more. */
export type Platter = {
  /** Does one call; gives whether anything is different after it. */
  readonly take: (call: Call) => boolean
  /** What is there after a power cut now: the bytes of files by their paths, and folders without. */
  readonly afterCut: (reached: Reached) => Lying
}

/** A disk on which a folder lies as it was kept elsewhere; not at all, where nothing is there. */
export function platterOf(was: string, folder: string): Platter {
  const parent = path.dirname(folder)
  const top: FolderNode = { kind: 'folder', names: new Map(), pending: [] }
  if (fs.existsSync(was)) top.names.set(path.basename(folder), nodeAt(was))
  const open = new Map<number, Node>()
  const find = (place: string): Node | null => {
    let node: Node | null = top
    for (const name of path.relative(parent, place).split(path.sep)) {
      if (name === '') continue
      node = node?.kind === 'folder' ? (namesNow(node).get(name) ?? null) : null
    }
    return node
  }
  const name = (changes: readonly (readonly [string, Node | null])[]): true => {
    const above = find(path.dirname(changes[0]?.[0] ?? ''))
    if (above?.kind !== 'folder') throw new Error(`nothing holds ${changes[0]?.[0]}`)
    above.pending.push(new Map(changes.map(([place, node]) => [path.basename(place), node])))
    return true
  }
  const file = (fd: number): FileNode => {
    const node = open.get(fd)
    if (node?.kind !== 'file') throw new Error(`${fd} is no open file`)
    return node
  }

  return {
    take: (call) => {
      switch (call.call) {
        case 'open': {
          const known = find(call.path)
          const node = known ?? newFile()
          if (known === null) name([[call.path, node]])
          if (call.empties && node.kind === 'file') node.pending.push({ length: 0 })
          open.set(call.fd, node)
          return known === null || call.empties
        }
        case 'write':
          return file(call.fd).pending.push(call) > 0
        case 'truncate':
          return file(call.fd).pending.push(call) > 0
        case 'sync': {
          const node = open.get(call.fd)
          if (node !== undefined) settle(node)
          return true
        }
        case 'unlink':
          return name([[call.path, null]])
        case 'mkdir':
          return name([[call.path, { kind: 'folder', names: new Map(), pending: [] }]])
        case 'link':
          return name([[call.path, find(call.from)]])
        case 'rename':
          return name([
            [call.from, null],
            [call.path, find(call.from)],
          ])
        default:
          return false
      }
    },
    afterCut: (reached) => {
      const lying = new Map<string, Buffer | null>()
      list(top, '', reached, lying)
      return lying
    },
  }
}

function newFile(): FileNode {
  return { kind: 'file', bytes: Buffer.alloc(0), pending: [] }
}

function nodeAt(place: string): Node {
  if (fs.statSync(place).isFile()) return { ...newFile(), bytes: fs.readFileSync(place) }
  const names = fs.readdirSync(place).map((name) => [name, nodeAt(path.join(place, name))] as const)
  return { kind: 'folder', names: new Map(names), pending: [] }
}

function namesNow(folder: FolderNode): Map<string, Node> {
  return named(folder, () => true)
}

function named(folder: FolderNode, hasReached: () => boolean): Map<string, Node> {
  const names = new Map(folder.names)
  for (const naming of folder.pending) {
    if (!hasReached()) continue
    for (const [name, node] of naming) {
      if (node === null) names.delete(name)
      else names.set(name, node)
    }
  }
  return names
}

function settle(node: Node): void {
  if (node.kind === 'folder') node.names = namesNow(node)
  else node.bytes = written(node, () => true)
  node.pending = []
}

function written({ bytes, pending }: FileNode, hasReached: () => boolean): Buffer {
  let result: Buffer = Buffer.from(bytes)
  for (const piece of pending) {
    if ('length' in piece) {
      if (hasReached()) result = resized(result, piece.length)
      continue
    }
    for (let done = 0; done < piece.bytes.length;) {
      const at = piece.at + done
      const end = Math.min(piece.bytes.length, done + sectorLength - (at % sectorLength))
      if (hasReached()) {
        if (result.length < piece.at + end) result = resized(result, piece.at + end)
        piece.bytes.copy(result, at, done, end)
      }
      done = end
    }
  }
  return result
}

function resized(bytes: Buffer, length: number): Buffer {
  const result = Buffer.alloc(length)
  bytes.copy(result)
  return result
}

function list(folder: FolderNode, above: string, reached: Reached, lying: Map<string, Buffer | null>): void {
  for (const [name, node] of named(folder, reached.name)) {
    const place = path.join(above, name)
    lying.set(place, node.kind === 'file' ? written(node, reached.sector) : null)
    if (node.kind === 'folder') list(node, place, reached, lying)
  }
}

/** Writes into a folder what lies on a disk. */
export function lay(lying: Lying, target: string): void {
  fs.mkdirSync(target, { recursive: true })
  for (const [place, bytes] of lying) {
    if (bytes === null) fs.mkdirSync(path.join(target, place), { mode: 0o700 })
    else fs.writeFileSync(path.join(target, place), bytes, { mode: 0o600 })
  }
}
