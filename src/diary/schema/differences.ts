import type { SchemaDifference } from '../../domain/foreign-schema.ts'
import type { SchemaObject } from './schema.ts'

/** The differences of a schema from the expected one: extra objects first, then changed or missing ones. */
export function differencesBetween(
  foundObjects: readonly SchemaObject[],
  expectedObjects: readonly SchemaObject[],
): SchemaDifference[] {
  // The index of a constraint differs only if its table does.
  const found = foundObjects.filter(({ sql }) => sql !== null)
  const expected = expectedObjects.filter(({ sql }) => sql !== null)
  const foundByKey = new Map(found.map((object) => [keyOf(object), object]))
  const expectedKeys = new Set(expected.map(keyOf))
  const extra = found.filter((object) => !expectedKeys.has(keyOf(object)))
  const others = expected.flatMap((object): SchemaDifference[] => {
    const same = foundByKey.get(keyOf(object))
    if (same === undefined) return [{ difference: 'missing', ...named(object) }]
    const isChanged = same.sql !== object.sql || same.tbl_name !== object.tbl_name
    return isChanged ? [{ difference: 'changed', ...named(object) }] : []
  })
  return [...extra.map((object): SchemaDifference => ({ difference: 'extra', ...named(object) })), ...others]
}

/** Whether the object is a table whose rows are in the file itself. */
export function isOrdinaryTable({ type, sql }: SchemaObject): boolean {
  return type === 'table' && /^CREATE TABLE\b/i.test(sql ?? '')
}

/** A table that became a virtual table or a view is a different object. */
function keyOf(object: SchemaObject): string {
  const { type, name } = named(object)
  return `${type} ${name}`
}

function named(object: SchemaObject): { readonly type: string; readonly name: string } {
  const isVirtual = object.type === 'table' && !isOrdinaryTable(object)
  return { type: isVirtual ? 'virtual table' : object.type, name: object.name }
}
