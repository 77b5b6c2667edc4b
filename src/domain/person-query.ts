/** One rule by which a typed name can find contacts. The rules are tried in the order `parse/person.ts` gives them. */
export type PersonQuery =
  | { readonly rule: 'id'; readonly id: number }
  | { readonly rule: 'name' | 'nick' | 'email'; readonly key: string }
  | { readonly rule: 'word' | 'company' | 'word-or-company'; readonly words: readonly string[] }
  | { readonly rule: 'digits'; readonly digits: string }
