/** One rule by which a typed name finds contacts; `parse/contact/person.ts` defines their order. */
export type PersonQuery =
  | { readonly rule: 'id'; readonly id: number }
  | { readonly rule: 'name' | 'nick' | 'email'; readonly key: string }
  | { readonly rule: 'word' | 'company' | 'word-or-company'; readonly words: readonly string[] }
  | { readonly rule: 'digits'; readonly digits: string }
