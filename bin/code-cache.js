// The V8 code cache of a command: the code that V8 had compiled at the end of a run, so that the next run compiles
// nothing. Anyone who can write this file can run code as the user. So it is kept in folders that belong to the user
// alone, and these are checked each time.
'use strict'
const fs = require('node:fs')
const path = require('node:path')

const headerSize = 256
const month = 30 * 86_400_000

/** `undefined` on Windows, where the local data folder is the user's own. */
const uid = process.geteuid?.()

/** The path of a command's code cache, and the header that it must have; `null` for no cache. */
exports.cacheOf = function cacheOf(command, { name, version, id }) {
  const home = cacheHome(process.env)
  if (!home) return null
  return {
    home,
    folders: ['fu', `${version}-${process.versions.v8}`],
    file: `${command}.${name}.cache`,
    header: (size) => `fu code cache\n${id} ${process.version} ${process.arch}\n${size}\n`.padEnd(headerSize),
  }
}

/** The user's cache folder. A relative path is ignored, as the XDG specification requires. */
function cacheHome({ FU_NO_CACHE, HOME, LOCALAPPDATA, XDG_CACHE_HOME }) {
  if (FU_NO_CACHE) return null
  if (process.platform === 'win32') return LOCALAPPDATA
  if (process.platform !== 'darwin' && XDG_CACHE_HOME?.startsWith('/')) return XDG_CACHE_HOME
  return HOME?.startsWith('/') && `${HOME}/${process.platform === 'darwin' ? 'Library/Caches' : '.cache'}`
}

/** The cached code and its modification time; `null` if it is missing or cannot be trusted. */
exports.readCache = function readCache({ home, folders, file, header }, space) {
  let opened = null
  try {
    const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = fs.constants
    opened = fs.openSync(`${privateFolder(home, folders)}/${file}`, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    const stats = fs.fstatSync(opened)
    const size = (stats.size - headerSize) / 2
    if (!stats.isFile() || !isOwn(stats, 0o022) || size > space.length / 2) return null
    if (fs.readSync(opened, space, 0, headerSize + size) !== headerSize + size) return null
    if (space.latin1Slice(0, headerSize) !== header(size)) return null
    const data = space.subarray(headerSize, headerSize + size)
    const piece = space.subarray(headerSize + size, headerSize + size + 65_536)
    return isRepeated(data, opened, piece) ? { data, writtenAt: stats.mtimeMs } : null
  } catch {
    return null
  } finally {
    if (opened !== null) fs.closeSync(opened)
  }
}

/**
 * Whether the file continues with the same data, read in pieces. V8 does not check the data and crashes if it is
 * damaged. Comparing two copies is ten times faster than a checksum in JavaScript.
 */
function isRepeated(data, file, piece) {
  for (let at = 0; at < data.length; at += piece.length) {
    const length = Math.min(piece.length, data.length - at)
    if (fs.readSync(file, piece) !== length) return false
    if (piece.compare(data, at, at + length, 0, length) !== 0) return false
  }
  return true
}

/**
 * The path of the last of these nested folders.
 *
 * @throws Error if one is missing, or if another user could write to or replace one of them
 */
function privateFolder(home, folders) {
  if (uid === undefined) return [home, ...folders].join('/')
  for (let at = home; at !== null; at = at === '/' ? null : at.slice(0, at.lastIndexOf('/')) || '/') {
    const stats = fs.lstatSync(at)
    if (stats.isSymbolicLink()) return privateFolder(fs.realpathSync.native(home), folders)
    const isSafe = at === home ? isOwn(stats, 0o022) : isOutOfReach(stats)
    if (!isSafe) throw new Error(`other users can write into ${at}`)
  }
  let folder = home
  for (const name of folders) {
    folder += `/${name}`
    const stats = fs.lstatSync(folder)
    if (!stats.isDirectory() || !isOwn(stats, 0o077)) throw new Error(`${folder} is not private`)
  }
  return folder
}

/** Whether a file or folder belongs to the user, and denies others these mode bits. */
function isOwn(stats, closed) {
  return uid === undefined || (stats.uid === uid && (stats.mode & closed) === 0)
}

/** Whether only the user and root can replace the user's files in a folder. */
function isOutOfReach({ uid: owner, mode }) {
  const isSticky = (mode & 0o1000) !== 0
  return (owner === uid || owner === 0) && (isSticky || (mode & 0o022) === 0)
}

/** Writes the code that V8 has compiled so far. If that fails, fu only starts slower. */
exports.writeCache = function writeCache({ home, folders, file, header }, script) {
  try {
    const folder = makePrivateFolder(home, folders)
    const data = script.createCachedData()
    writeWhole(`${folder}/${file}`, [Buffer.from(header(data.length), 'latin1'), data, data])
  } catch {}
}

/** Makes each missing folder, after checking that its parent is private. */
function makePrivateFolder(home, folders) {
  if (!fs.existsSync(home)) makeFolder(`${privateFolder(path.dirname(home), [])}/${path.basename(home)}`)
  for (const count of folders.keys()) {
    const above = privateFolder(home, folders.slice(0, count))
    const isNew = makeFolder(`${above}/${folders[count]}`)
    if (isNew && count > 0) removeOldVersions(above)
  }
  return privateFolder(home, folders)
}

function makeFolder(folder) {
  try {
    fs.mkdirSync(folder, 0o700)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  }
}

/** Removes the caches of versions unused for a month: a cache in use is rewritten every day. */
function removeOldVersions(folder) {
  for (const name of fs.readdirSync(folder)) {
    const version = `${folder}/${name}`
    if (Date.now() - fs.statSync(version).mtimeMs > month)
      fs.rmSync(version, { recursive: true, force: true })
  }
}

/** Writes a temporary file, syncs it and renames it, so that the file appears complete or not at all. */
function writeWhole(name, parts) {
  const temporary = `${name}.${require('node:crypto').randomUUID()}`
  const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY } = fs.constants
  try {
    const file = fs.openSync(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
    try {
      for (const part of parts) fs.writeFileSync(file, part)
      fs.fsyncSync(file)
    } finally {
      fs.closeSync(file)
    }
    fs.renameSync(temporary, name)
  } catch (error) {
    fs.rmSync(temporary, { force: true })
    throw error
  }
}
