import { Option } from '@commander-js/extra-typings'
import { channels } from '../domain/channel.ts'
import { readChannel } from '../parse/channel.ts'

/** The option `--by`, which takes any channel (R68); `about` describes what it means for the command. */
export function channelOption(about: string) {
  return new Option(
    '--by <channel>',
    `${about}: ${channels.join(', ')}, or another word such as whatsapp`,
  ).argParser(readChannel)
}
