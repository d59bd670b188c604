/** What a report is known by, in a file of any format. */
export const mark = 'bills report'

/** In the head of the page. */
export const generator = `<meta name="generator" content="${mark}">`
