/** The code of a system error, such as `ENOENT`; `''` for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EFBIG: 'the file would be larger than is allowed',
  EIO: 'the disk reports an error',
  ELOOP: 'its symbolic links form a loop',
  ENOTDIR: 'part of its path is a file, not a folder',
  EEXIST: 'something with that name already exists',
  ENAMETOOLONG: 'its name is too long',
  EPIPE: 'nothing reads from it any more',
  ENXIO: 'it cannot be opened as a file',
}

/** The reason of a system error, as the end of a sentence. */
export function reasonOf(error: unknown): string {
  return reasons[codeOf(error)] ?? (error instanceof Error ? error.message : String(error))
}
