/** Writes the JSON Schema of `bills.yaml` anew: `npm run schema`. A test holds the committed file against it. */
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {jsonSchema} from '../src/config/json-schema.ts'

await writeFile(join(import.meta.dirname, 'bills.schema.json'), `${JSON.stringify(jsonSchema(), null, 2)}\n`)
