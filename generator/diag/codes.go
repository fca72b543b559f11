package diag

// What can be wrong with Markdown. Declared by the package that finds it, in
// its own block, so that the catalogues and the code can be read side by side.
const (
	RawHTML Code = "raw-html"
)
