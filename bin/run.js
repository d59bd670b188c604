#!/usr/bin/env node
// Plain enough for an old Node to read, so that it can say what it lacks: no import before the version is known.
const {node: version} = process.versions

if (Number(version.split('.')[0]) < 24) {
  process.stderr.write(`bills needs Node.js 24 or newer; this is ${version}.\n`)
  process.exitCode = 2
} else {
  Promise.all([import('node:url'), import('../dist/cli/main.js')]).then(([{fileURLToPath}, {main}]) =>
    main(fileURLToPath(new URL('..', import.meta.url))),
  )
}
