// citation-js on files: a JSON list of paths on stdin, path -> CSL-JSON items on stdout.
const fs = require('fs')
const path = require('path')
const { createRequire } = require('module')
const load = createRequire(path.join(process.argv[2], 'package.json'))
const { Cite } = load('@citation-js/core')
load('@citation-js/plugin-bibtex')
load('@citation-js/plugin-ris')

const found = {}
for (const file of JSON.parse(fs.readFileSync(0, 'utf8'))) {
  try {
    found[file] = new Cite(fs.readFileSync(file, 'utf8'), { generateGraph: false }).data
  } catch (error) {
    found[file] = []
  }
}
console.log(JSON.stringify(found))
