/** The manifest that oclif starts from. */
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {Plugin} from '@oclif/core'
import {expect, it} from 'vitest'

const root = join(import.meta.dirname, '..')

/** Without what the manifest generator and the loader each add of their own. */
const shape = (commands: readonly {id: string; flags: Record<string, object>; summary?: string | undefined}[]) =>
  commands
    .map(({id, flags, summary}) => ({id, summary, flags: Object.keys(flags).toSorted()}))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

it('the committed manifest is that of the commands: npm run build writes it', async () => {
  const manifest = JSON.parse(await readFile(join(root, '.oclif.manifest.json'), 'utf8'))
  const {version} = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const plugin = new Plugin({ignoreManifest: true, root, type: 'core'})
  await plugin.load()
  expect(manifest.version).toBe(version)
  expect(shape(Object.values(manifest.commands))).toEqual(shape(Object.values(plugin.manifest.commands)))
})
