import fs from 'node:fs'
import path from 'node:path'
import type { Backup } from '../../domain/backup.ts'
import { sound, warning, type Finding } from '../../domain/diagnosis.ts'
import { shellWord } from '../../domain/shell-word.ts'
import { makePrivate } from '../../files/owner.ts'
import { isOfDailyBackup } from '../backup/daily.ts'
import { backupFolderFault } from '../backup/folder.ts'
import { backupFolder, readBackupName } from '../backup/name.ts'

/** Folders that a program synchronizes between machines, by a part of their path. */
const clouds: readonly (readonly [RegExp, string])[] = [
  [/^dropbox( \(.*\))?$/i, 'Dropbox'],
  [/^onedrive( - .*)?$/i, 'OneDrive'],
  [/^onedrive-/i, 'OneDrive'],
  [/^(com~apple~clouddocs|icloud ?drive)$/i, 'iCloud'],
  [/^(google ?drive( .*)?|googledrive-.*|my drive)$/i, 'Google Drive'],
  [/^nextcloud\d*$/i, 'Nextcloud'],
  [/^owncloud\d*$/i, 'ownCloud'],
  [/^(syncthing|sync)$/i, 'Syncthing'],
]

/** Files in the root of such a folder, whatever its name. */
const marks: readonly (readonly [string, string])[] = [
  ['.stfolder', 'Syncthing'],
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.sync_nextcloud.db', 'Nextcloud'],
]

/** Network file systems, by their numbers on Linux. */
const networks: Readonly<Record<number, string>> = {
  0x6969: 'NFS',
  0x517b: 'SMB',
  0xff534d42: 'SMB',
  0xfe534d42: 'SMB',
  0x01021997: '9p',
  0x5346414f: 'AFS',
  0x00c36400: 'Ceph',
  0x0bd00bd0: 'Lustre',
  0x786f4256: 'a VirtualBox share',
}

/** Whether file locks and a single file are safe at the diary's location. */
export function placeOf(file: string, platform: string): Finding {
  const cloud = cloudOf(file)
  if (cloud !== null) {
    return warning(
      'place',
      `It lies in a ${cloud} folder, which may copy it during a write or replace it with an old version.`,
      'Move it elsewhere, set FU_DIARY to its new path, and let only "fu backup <file>" write into that folder.',
    )
  }
  const network = platform === 'linux' ? networkOf(path.dirname(file)) : null
  if (network !== null) {
    return warning(
      'place',
      `It lies on a network disk (${network}), where file locks may not work.`,
      'Move it to a local disk and set FU_DIARY to its new path.',
    )
  }
  return sound('place', 'on a local disk, not in a cloud folder')
}

/** The program that synchronizes a path between machines; `null` if none is known. */
export function cloudOf(file: string): string | null {
  const parts = path.dirname(file).split(/[\\/]/)
  for (const part of parts) {
    const named = clouds.find(([pattern]) => pattern.test(part))
    if (named !== undefined) return named[1]
  }
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const marked = marks.find(([mark]) => fs.existsSync(path.join(folder, mark)))
    // A home folder has a folder ".dropbox" with settings; in a synchronized folder it is a file.
    if (marked !== undefined && (marked[0] !== '.dropbox' || isFile(path.join(folder, marked[0])))) {
      return marked[1]
    }
    if (folder === path.dirname(folder)) return null
  }
}

/** The access of other users to the diary and its backups. */
export function privacyOf(file: string, backups: readonly Backup[], platform: string): Finding {
  if (platform === 'win32') return sound('privacy', 'as the folder it lies in')
  const open = openToOthers(file, backups)
  const folder = path.dirname(file)
  const mode = modeOf(folder)
  const fault = backupFolderFault(file)
  if (open.length > 0) {
    const many = open.length === 1 ? '' : ` and ${open.length - 1} more`
    return warning('privacy', `Others can read ${open[0]}${many}.`, '"fu doctor --repair" makes it private.')
  }
  if (fault !== null) return warning('privacy', fault.message, fault.remedy)
  if (mode !== null && (mode & 0o022) !== 0 && (mode & 0o1000) === 0) {
    return warning(
      'privacy',
      `Others can write to ${folder}.`,
      `"chmod go-w ${shellWord(folder)}" ends that.`,
    )
  }
  return sound('privacy', 'for you alone')
}

/** Makes the diary and its backups private to their owner; returns the changed paths. */
export function makeAllPrivate(file: string, backups: readonly Backup[]): string[] {
  return openToOthers(file, backups).filter(makePrivate)
}

/** Reports hard links: under another name the journal is not found, and a replacement does not reach it. */
export function hardLinks(file: string): Finding[] {
  const names = statOf(file)?.nlink ?? 1
  if (names < 2) return []
  const detail = `The file has ${names} names (hard links), and is only safe under one of them.`
  return [
    warning(
      'links',
      detail,
      `"find / -xdev -samefile ${shellWord(file)}" lists them; remove the others with rm.`,
    ),
  ]
}

function openToOthers(file: string, backups: readonly Backup[]): string[] {
  const folder = backupFolder(file)
  return [file, ...backups.map((backup) => backup.path), ...(isOurs(file, folder) ? [folder] : [])].filter(
    (there) => ((modeOf(there) ?? 0) & 0o077) !== 0,
  )
}

/** Whether a folder contains only backups of the diary: a folder "backups" may have other uses. */
function isOurs(file: string, folder: string): boolean {
  if (statOf(folder)?.isDirectory() !== true) return false
  try {
    return fs
      .readdirSync(folder)
      .every(
        (name) => isOfDailyBackup(file, name) || readBackupName(file, name.replace(/-journal$/, '')) !== null,
      )
  } catch {
    // Another user's folder, which this user cannot read.
    return false
  }
}

function networkOf(folder: string): string | null {
  try {
    // The kernel's number has 32 bits and may be negative.
    return networks[fs.statfsSync(folder).type >>> 0] ?? null
  } catch {
    return null
  }
}

function modeOf(file: string): number | null {
  return statOf(file)?.mode ?? null
}

/** `null` also for a path that cannot be examined, such as a link loop. */
function statOf(file: string): fs.Stats | null {
  try {
    return fs.statSync(file)
  } catch {
    return null
  }
}

function isFile(file: string): boolean {
  return statOf(file)?.isFile() === true
}
