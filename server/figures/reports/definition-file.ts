// Reads the file of a report definition that an administrator uploads: parses JSON, validates it, and reports each
// fault with its line and path.
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { z } from 'zod'
import { namesAt, ReportDefinition } from '../../../shared/reports/definition.ts'
import type { CheckedDefinition, DefinitionFault } from '../../../shared/wire/figures/reports.ts'

const mostFaults = 50
type Path = (string | number)[]
type Issue = z.core.$ZodIssue
type Told = Pick<DefinitionFault, 'code'> & Partial<Pick<DefinitionFault, 'what' | 'allowed' | 'limit'>>

const lineAt = (file: string, offset: number): number => file.slice(0, offset).split('\n').length

/** Columns are counted from 1, as people count. */
const pathText = (path: Path): string => path.map((part) => (typeof part === 'number' ? part + 1 : part)).join(' → ')

/** The value a path leads to, or the innermost around where it would be. */
function nodeAt(root: Node, path: Path): Node {
  for (let length = path.length; length > 0; length--) {
    const found = findNodeAtLocation(root, path.slice(0, length))
    if (found) return found
  }
  return root
}

const valueAt = (root: Node, path: Path): unknown => findNodeAtLocation(root, path)?.value

/** The second one of two names in one object: JSON would take it and drop the first. */
function* namesTwice(node: Node, path: Path): Generator<{ path: Path; offset: number; name: string }> {
  const seen = new Set<string>()
  for (const [index, child] of (node.children ?? []).entries()) {
    if (node.type === 'array') yield* namesTwice(child, [...path, index])
    if (node.type !== 'object') continue
    const [key, value] = child.children ?? []
    if (!key || !value) continue
    const name = String(key.value)
    if (seen.has(name)) yield { path, offset: key.offset, name }
    seen.add(name)
    yield* namesTwice(value, [...path, name])
  }
}

function told(issue: Issue, path: Path, root: Node): Told {
  const value = valueAt(root, path)
  const isThere = findNodeAtLocation(root, path) !== undefined
  const what = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  switch (issue.code) {
    case 'invalid_type':
      return isThere
        ? { code: 'kind', allowed: [issue.expected] }
        : { code: 'missing', what: String(path.at(-1) ?? '') }
    case 'invalid_value':
      if (!isThere) return { code: 'missing', what: String(path.at(-1)), allowed: issue.values.map(String) }
      return { code: 'value', what, allowed: issue.values.map(String) }
    case 'invalid_union': {
      const allowed = path[0] === 'remarks' ? ['register', 'cases'] : ['register', 'cases', 'columns']
      return isThere ? { code: 'value', what, allowed } : { code: 'missing', what: String(path.at(-1)), allowed }
    }
    case 'too_small':
      return issue.origin === 'string' ? { code: 'missing', what: String(path.at(-1)) } : { code: 'tooFew' }
    case 'too_big':
      return { code: issue.origin === 'string' ? 'tooLong' : 'tooMany', limit: Number(issue.maximum) }
    case 'custom':
      return { code: issue.params?.fault ?? 'form', what: issue.params?.what ?? what }
    default:
      return { code: 'form', what }
  }
}

function faultsIn(file: string, root: Node, issue: Issue): DefinitionFault[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
  const fault = (told: Told, at: Path, offset: number): DefinitionFault => {
    const { code, what = '', allowed = [], limit = null } = told
    return { line: lineAt(file, offset), path: pathText(at), code, what, allowed, limit }
  }
  if (issue.code !== 'unrecognized_keys') return [fault(told(issue, path, root), path, nodeAt(root, path).offset)]
  const of = valueAt(root, path.at(-1) === 'where' ? [...path.slice(0, -1), 'of'] : [...path, 'of'])
  return issue.keys.map((name) => {
    const property = findNodeAtLocation(root, [...path, name])?.parent ?? root
    return fault({ code: 'unknownName', what: name, allowed: namesAt(path, of) }, path, property.offset)
  })
}

/** A file with any fault gives no definition. */
export function readDefinitionFile(file: string): Pick<CheckedDefinition, 'definition' | 'faults'> {
  const errors: ParseError[] = []
  const root = parseTree(file, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false })
  const [first] = errors
  if (!root || first) {
    // What follows the first is mostly its consequence.
    const line = lineAt(file, first?.offset ?? 0)
    const what = first ? printParseErrorCode(first.error) : ''
    return { definition: null, faults: [{ line, path: '', code: 'syntax', what, allowed: [], limit: null }] }
  }
  const twice = [...namesTwice(root, [])].map(
    ({ path, offset, name }): DefinitionFault => ({
      line: lineAt(file, offset),
      path: pathText(path),
      code: 'nameTwice',
      what: name,
      allowed: [],
      limit: null,
    }),
  )
  const { data, error } = ReportDefinition.safeParse(JSON.parse(file))
  const faults = [...twice, ...(error?.issues ?? []).flatMap((issue) => faultsIn(file, root, issue))]
  if (data && faults.length === 0) return { definition: data, faults }
  return { definition: null, faults: faults.toSorted((one, other) => one.line - other.line).slice(0, mostFaults) }
}
