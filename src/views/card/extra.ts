import { groupLabel, type ExtraField } from '../../domain/contact-details.ts'

/** Longer values are cut; the export contains them in full. */
const maxLength = 120

/** The extra fields of a contact, with their names for display: ["gender", "F"]. */
export function extraFields(extra: readonly ExtraField[]): (readonly [label: string, value: string])[] {
  return extra
    .filter(({ name }) => name !== groupLabel)
    .map((field) => [`  ${labelOf(field, extra)}`, valueOf(field)] as const)
}

function labelOf(field: ExtraField, extra: readonly ExtraField[]): string {
  const name = plainName(field.name)
  const label = labelInGroup(field, extra) ?? typesOf(field)
  return label === null ? name : `${name} (${label})`
}

/** Display names for properties whose names are not words; a second value of a field has the field's name. */
const words: Readonly<Record<string, string>> = {
  BDAY: 'birthday',
  FN: 'name',
  N: 'parts of the name',
  ORG: 'company',
  REV: 'card changed',
  PRODID: 'card made by',
  TZ: 'time zone',
}

/** "phonetic last name" for `X-PHONETIC-LAST-NAME`; a column name is unchanged. */
function plainName(name: string): string {
  if (!/^[A-Z\d-]+$/.test(name)) return name
  if (words[name] !== undefined) return words[name]
  return name
    .replace(/^X-(?:AB(?=[A-Z]))?/, '')
    .replaceAll('-', ' ')
    .toLowerCase()
}

/** The label of a property's group, without the marks of Apple's own labels. */
function labelInGroup({ group }: ExtraField, extra: readonly ExtraField[]): string | null {
  const label = extra.find((other) => other.name === groupLabel && other.group === group)
  return group === null || label === undefined ? null : label.value.replace(/^_\$!<(.*)>!\$_$/s, '$1')
}

function typesOf({ params }: ExtraField): string | null {
  return params['TYPE']?.join(', ').toLowerCase() ?? null
}

function valueOf({ value, params }: ExtraField): string {
  if (params['ENCODING'] !== undefined || /^data:/i.test(value)) return `${value.length} characters of data`
  const text = value.replace(/\\([\\;,nN])/g, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped))
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text
}
