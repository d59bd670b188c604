/** Loaded before a measured script: notes, as it ends, the most memory that its process held (kilobytes). */
import {writeFileSync} from 'node:fs'

const file = process.env.PEAK_MEMORY_FILE
if (file) process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)))
