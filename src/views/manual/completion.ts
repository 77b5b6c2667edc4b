import type { Completion, Completions, ShellLine } from '../../domain/completion.ts'

/** The supported shells. */
export const shells = ['bash', 'zsh', 'fish'] as const

export type Shell = (typeof shells)[number]

/** A line without a word: it tells the shell to complete file names too. */
const filesToo = '\tfiles'
const keepTyped = '\tkeep'

/** One line per candidate: the word, a tab, and its description. */
export function completionLines({ items, files, keep }: Completions): string {
  return lines([
    ...(files ? [filesToo] : []),
    ...(keep && items.length > 1 ? [keepTyped] : []),
    ...items.map(({ word, about }) => `${word}\t${about}`),
  ])
}

/** The part of the word that bash does not replace, and the reason for the request, as in `COMP_TYPE`. */
export type BashRequest = { readonly lead: string; readonly type: number }

/**
 * The completion types for which bash lists the candidates: a second Tab, or a first Tab if bash is set to list at
 * once.
 */
const listing = new Set([63, 33])
/** The type for listing only. */
const onlyListing = 63

/**
 * One line per completion, as bash inserts it: quoted, so that nothing in it is run, and without the part that bash
 * keeps. In a list, each has its description after it.
 */
export function bashCompletionLines(
  { items, files, keep }: Completions,
  line: ShellLine,
  asks: BashRequest,
): string {
  const { lead, type } = asks
  const fitting = items.flatMap(({ word, about }): Completion[] =>
    word.toLowerCase().startsWith(lead.toLowerCase())
      ? [{ word: shellEscape(word.slice(lead.length), line.quote), about }]
      : [],
  )
  const isChoice = fitting.length > 1
  const shown = fitting.map(({ word, about }) =>
    isChoice && about !== '' && listing.has(type) ? `${word}  (${about})` : word,
  )
  return lines([
    ...(files ? [filesToo] : []),
    ...(keep && isChoice && type !== onlyListing ? [keepTyped] : []),
    ...shown,
  ])
}

/**
 * Escapes a word for bash inside an open quote, or outside quotes, so that it stays literal.
 *
 * @example shellEscape('$(id)', '') // '\\$\\(id\\)'
 */
export function shellEscape(word: string, quote: ShellLine['quote']): string {
  if (quote === "'") return word.replaceAll("'", String.raw`'\''`)
  // "!" expands the history even after a backslash, so it goes outside the quotes.
  if (quote === '"') return word.replace(/[$`"\\]/g, String.raw`\$&`).replaceAll('!', `"'!'"`)
  return word.replace(/[^\p{L}\p{N}\p{M}@_./,+%-]/gu, String.raw`\$&`)
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('')
}

/** The script that a shell loads to complete `fu`. It runs only `fu`, and never runs its output. */
export const completionScripts: Readonly<Record<Shell, string>> = {
  bash: String.raw`# Completion of fu in bash. In ~/.bashrc: eval "$(fu completion bash)"
_fu() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      $'\tfiles') compopt -o default 2>/dev/null ;;
      $'\tkeep') COMPREPLY+=('') ;;
      *) COMPREPLY+=("$line") ;;
    esac
  done < <(command fu complete --bash "$COMP_TYPE" -- "${'$'}{COMP_LINE:0:COMP_POINT}" "$2" </dev/null 2>/dev/null)
}
complete -o nosort -F _fu fu 2>/dev/null || complete -F _fu fu
`,
  zsh: String.raw`#compdef fu
# Completion of fu in zsh. In ~/.zshrc, after compinit: source <(fu completion zsh)
_fu() {
  local line keep
  local -a found shown
  while IFS= read -r line; do
    case $line in
      ($'\tfiles') _files; return ;;
      ($'\tkeep') keep=yes ;;
      (*)
        found+=("${'$'}{line%%$'\t'*}")
        shown+=("${'$'}{line/$'\t'/  }") ;;
    esac
  done < <(command fu complete -- "${'$'}{(@Q)words[2,CURRENT-1]}" "${'$'}{(Q)PREFIX}" </dev/null 2>/dev/null)
  (( $#found )) || return 1
  compadd -U -V fu -l -d shown -a found
  [[ -z $keep ]] || compstate[insert]=''
}
if [[ $funcstack[1] == _fu ]]; then _fu; else compdef _fu fu; fi
`,
  fish: String.raw`# Completion of fu in fish. Once: fu completion fish > ~/.config/fish/completions/fu.fish
function __fu_complete
    set -l typed (commandline -opc)
    set -e typed[1]
    set -l raw (commandline -ct | string collect)
    set -l token (string unescape -- $raw | string collect)
    test -n "$token"; or set token (string trim --left --chars '"\'' -- $raw | string collect)
    for line in (command fu complete -- $typed "$token" </dev/null 2>/dev/null)
        switch $line
            case \tfiles
                __fish_complete_path $token
            case \tkeep
            case '*'
                printf '%s\n' $line
        end
    end
end
complete -c fu -f -k -a '(__fu_complete)'
`,
}
