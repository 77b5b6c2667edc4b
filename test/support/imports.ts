/** One import of a source file: `type` imports load nothing, `late` ones load when they are called. */
export type Import = { readonly path: string; readonly kind: 'static' | 'type' | 'late' }

/** The source without comments, which may mention anything. */
export function codeOf(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!['":])\/\/.*/g, '')
}

/** Every import of a TypeScript file, also over several lines, of types, by `export … from` and by `import()`. */
export function importsOf(text: string): Import[] {
  const code = codeOf(text)
  const statements = code.matchAll(
    /^(?:import|export)\s+(type\s)?(?:[\w*{][^'"`=()]*?\sfrom\s*)?['"]([^'"]+)['"]/gm,
  )
  const calls = code.matchAll(/(typeof\s+)?\bimport\(\s*['"`]([^'"`]+)['"`]/g)
  return [
    ...Array.from(statements, ([, type, path = '']): Import => ({
      path,
      kind: type === undefined ? 'static' : 'type',
    })),
    ...Array.from(calls, ([, type, path = '']): Import => ({
      path,
      kind: type === undefined ? 'late' : 'type',
    })),
  ]
}

/** Who imports whom. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>

/** A graph from its edges, without self-imports. */
export function graphOf(edges: Iterable<readonly [from: string, to: string]>): Graph {
  const graph = new Map<string, Set<string>>()
  for (const [from, to] of edges) {
    if (from !== to) graph.set(from, (graph.get(from) ?? new Set()).add(to))
  }
  return graph
}

/** The edges of cycles, as `a -> b`. */
export function circularEdges(graph: Graph): string[] {
  return [...graph].flatMap(([from, others]) =>
    [...others].filter((to) => reachable(graph, to).has(from)).map((to) => `${from} -> ${to}`),
  )
}

/** The nodes reachable from a node. */
function reachable(graph: Graph, start: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const waiting = [start]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    waiting.push(...(graph.get(node) ?? []))
  }
  return seen
}
