// Builds a dependency-cruiser rule, and a path pattern for npm packages. Used by .dependency-cruiser.cjs and
// scripts/import-rules.*.cjs.

/** Imports from `from` to `to` are an error. */
exports.forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

exports.npm = (...names) => `^node_modules/(${names.join('|')})/`
