/** The JSON Schema of `bills.yaml` (`configuration.md`), published as `schema/bills.schema.json`, and the keys that it knows. */
import {z} from 'zod'
import {configSchema} from './schema.ts'

export type JsonSchema = z.core.JSONSchema.JSONSchema

/** Of what a person writes, before defaults are filled in. */
export function jsonSchema(): JsonSchema {
  const {$schema, ...rest} = z.toJSONSchema(configSchema, {io: 'input'})
  return {$schema, title: 'bills.yaml', ...rest} as JsonSchema
}

/** The keys that are known at a path; empty where any may be there, or none. */
export function knownKeysAt(path: readonly PropertyKey[]): string[] {
  let schema: unknown = jsonSchema()
  for (const segment of path) schema = below(schema, String(segment))
  return isSchema(schema) ? Object.keys(schema.properties ?? {}) : []
}

/** Every path of keys, as `opus.xml.sender`; what is under a key that the file itself names is left out. */
export function knownPaths(schema: unknown = jsonSchema(), path: readonly string[] = []): string[] {
  if (!isSchema(schema)) return []
  return Object.entries(schema.properties ?? {}).flatMap(([key, schemaOfKey]) => {
    const pathOfKey = [...path, key]
    return [pathOfKey.join('.'), ...knownPaths(schemaOfKey, pathOfKey)]
  })
}

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null

const below = (schema: unknown, key: string): unknown =>
  isSchema(schema) ? (schema.properties?.[key] ?? schema.additionalProperties) : undefined
