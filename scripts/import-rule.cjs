// A rule of dependency-cruiser, and the packages of npm as it sees them. Used by .dependency-cruiser.cjs and scripts/import-rules.*.cjs.

/** Imports from `from` to `to` are an error. */
exports.forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

exports.npm = (...names) => `^node_modules/(${names.join('|')})/`
