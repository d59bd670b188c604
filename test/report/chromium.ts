/** A real browser for the page: the system's Chromium, with a profile of its own that is gone afterwards. */
import {existsSync} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type BrowserContext, chromium} from 'playwright-core'

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Undefined where this machine has none. */
export const chromiumPath = places.find((place) => place !== undefined && existsSync(place))

/** `npm test` under `CI=true` (`.ci/run`) fails without a browser; elsewhere its tests are skipped. */
export const mayBeSkipped = chromiumPath === undefined && !process.env.CI

const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export type Browser = {readonly context: BrowserContext; readonly close: () => Promise<void>}

export async function startBrowser(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('Chromium is missing: install it, or name it in CHROMIUM')
  const profile = await mkdtemp(join(tmpdir(), 'bills-chromium-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    headless: true,
    args: quietly,
    offline: true,
  })
  return {
    context,
    close: async () => {
      await context.close()
      await rm(profile, {recursive: true, force: true})
    },
  }
}
