// What imapflow needs of the package iconv-lite: the names of folders in modified UTF-7.
import { folderName, writtenFolderName } from '../src/formats/mail/folder-name.ts'

export default {
  encode: (name: string): Buffer => Buffer.from(writtenFolderName(name)),
  decode: (written: Buffer): string => folderName(written.toString()),
}
