/** The committed samples are what the generator makes, name no citizen who can exist, and hold every reason. */
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {sampleFiles} from '../../samples/generator/samples.ts'
import {cpr} from '../../src/model/citizen.ts'
import {reasonCodes} from '../../src/model/reason.ts'
import {workbookCells} from './workbook-cells.ts'

const samples = join(import.meta.dirname, '../../samples')

/** What the README's first command leaves beside the sample: it may be run before the tests. */
const leftByRuns = /^(out|\.?bills\.db.*)$/

describe('the committed samples', async () => {
  const made = await sampleFiles()

  it.each(made.map((file) => [file.path, file] as const))('%s is what the generator makes', async (path, {bytes}) => {
    const committed = await readFile(join(samples, path))
    if (path.endsWith('.xlsx')) expect(await workbookCells(committed)).toEqual(await workbookCells(bytes))
    else expect(committed.equals(bytes)).toBe(true)
  })

  it.each(['week', 'reasons'])('%s holds no file that the generator does not make', async (folder) => {
    const paths = made.map(({path}) => path)
    for (const name of await readdir(join(samples, folder))) {
      if (name !== 'README.md' && !leftByRuns.test(name)) expect(paths).toContain(`${folder}/${name}`)
    }
  })

  it('knows no citizen who can exist: every number has 60 added to its day', async () => {
    for (const {path, bytes} of made) {
      const text = path.endsWith('.xlsx')
        ? JSON.stringify(await workbookCells(bytes))
        : Buffer.from(bytes).toString('latin1')
      for (const [, date = '', serial = ''] of text.matchAll(/(?<!\d)(\d{6})[- ](\d{4})(?!\d)/g)) {
        if (cpr(date + serial)) expect(Number(date.slice(0, 2)), `${path}: ${date}`).toBeGreaterThan(60)
      }
    }
  })

  it('has every reason that match can give in two runs', () => {
    const truths = made
      .filter(({path}) => path.startsWith('reasons/truth'))
      .flatMap(({bytes}) => Buffer.from(bytes).toString().trimEnd().split('\n'))
      .map((line) => JSON.parse(line) as {codes?: string[]})
    const found = new Set(truths.flatMap(({codes = []}) => codes))
    const elsewhere = ['OTHER_LINE_FAILED', 'REJECTED', 'OPUS_REFUSED']
    expect(reasonCodes.filter((code) => !found.has(code) && !elsewhere.includes(code))).toEqual([])
  })
})
