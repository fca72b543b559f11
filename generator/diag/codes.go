package diag

// What can be wrong with Markdown. Declared by the package that finds it, in
// its own block, so that the catalogues and the code can be read side by side.
const (
	ChartRefused        Code = "chart-refused"
	CitationUnmarked    Code = "citation-unmarked"
	CitationUnreadable  Code = "citation-unreadable"
	CommentUnclosed     Code = "comment-unclosed"
	FenceUnclosed       Code = "fence-unclosed"
	FootnoteUndefined   Code = "footnote-undefined"
	FootnoteUnused      Code = "footnote-unused"
	FenceMeansChart     Code = "fence-means-chart"
	HeadingWithoutSpace Code = "heading-without-space"
	ListWithoutSpace    Code = "list-without-space"
	HeadingEmpty        Code = "heading-empty"
	HeadingLevelOne     Code = "heading-level-one"
	HeadingSkipped      Code = "heading-skipped"
	LinkEmpty           Code = "link-empty"
	LinkInLink          Code = "link-in-link"
	LinkScheme          Code = "link-scheme"
	LinkTorn            Code = "link-torn"
	LinkWithSpace       Code = "link-with-space"
	LinkWithoutText     Code = "link-without-text"
	PictureOutside      Code = "picture-outside"
	PictureWithoutAlt   Code = "picture-without-alt"
	RawHTML             Code = "raw-html"
	ReferenceEmpty      Code = "reference-empty"
	ReferenceUnclosed   Code = "reference-unclosed"
	ReferenceUnmarked   Code = "reference-unmarked"
	TableOfTabs         Code = "table-of-tabs"
	TableRowLong        Code = "table-row-long"
	TableWithoutLine    Code = "table-without-line"
	TextAfterComment    Code = "text-after-comment"
	UnknownLink         Code = "unknown-link"
	UnknownPicture      Code = "unknown-picture"
	StrayFile           Code = "stray-file"
	UnknownReference    Code = "unknown-reference"
)

// What does not fit together between pages, found when a report is assembled.
const (
	DuplicateAlias      Code = "duplicate-alias"
	DuplicateSlug       Code = "duplicate-slug"
	DuplicateTitle      Code = "duplicate-title"
	FigureWithoutSource Code = "figure-without-source"
	HistoryOutOfOrder   Code = "history-out-of-order"
	ListInOneLine       Code = "list-in-one-line"
	FigureUnpublished   Code = "figure-unpublished"
	LinkToUnpublished   Code = "link-to-unpublished"
	OrganizationTwice   Code = "organization-twice"
	ProjectOfCluster    Code = "project-of-cluster"
	ReservedSlug        Code = "reserved-slug"
	UnknownCluster      Code = "unknown-cluster"
	UnknownOrganization Code = "unknown-organization"
	UnknownRegion       Code = "unknown-region"
	UnknownSource       Code = "unknown-source"
)

// What can be wrong with a newsroom's own template.
const (
	LayoutFails           Code = "layout-fails"
	LayoutUnknownField    Code = "layout-unknown-field"
	LayoutUnknownFunction Code = "layout-unknown-function"
	LayoutUnknownPart     Code = "layout-unknown-part"
	LayoutUnknownWord     Code = "layout-unknown-word"
	LayoutUnreadable      Code = "layout-unreadable"
	LayoutUnsafe          Code = "layout-unsafe"
	LayoutWords           Code = "layout-words"
)

// What can be wrong with a file of the content and the keys at its head.
const (
	BadAlias            Code = "bad-alias"
	BadSlug             Code = "bad-slug"
	BadSourceID         Code = "bad-source-id"
	DuplicateKey        Code = "duplicate-key"
	FileMisnamed        Code = "file-misnamed"
	FileMissing         Code = "file-missing"
	FileNotText         Code = "file-not-text"
	FileTooLarge        Code = "file-too-large"
	FileUnreadable      Code = "file-unreadable"
	FrontMatterUnclosed Code = "front-matter-unclosed"
	MissingKey          Code = "missing-key"
	NoFrontMatter       Code = "no-front-matter"
	NotExpandable       Code = "not-expandable"
	NotUTF8             Code = "not-utf8"
	UnknownCurrency     Code = "unknown-currency"
	UnknownFolder       Code = "unknown-folder"
	UnknownKey          Code = "unknown-key"
	UnknownStage        Code = "unknown-stage"
	UnknownTimeZone     Code = "unknown-time-zone"
	UnknownWord         Code = "unknown-word"
	UnreadableAmount    Code = "unreadable-amount"
	UnreadableDate      Code = "unreadable-date"
	WantsColor          Code = "wants-color"
	WantsFigure         Code = "wants-figure"
	WantsMapping        Code = "wants-mapping"
	WantsList           Code = "wants-list"
	WantsNumber         Code = "wants-number"
	WantsText           Code = "wants-text"
	WantsURL            Code = "wants-url"
	WantsYesNo          Code = "wants-yes-no"
	YAMLAlias           Code = "yaml-alias"
	YAMLBraces          Code = "yaml-braces"
	YAMLBracket         Code = "yaml-bracket"
	YAMLColon           Code = "yaml-colon"
	YAMLComma           Code = "yaml-comma"
	YAMLHash            Code = "yaml-hash"
	YAMLIndent          Code = "yaml-indent"
	YAMLListInLine      Code = "yaml-list-in-line"
	YAMLNoColon         Code = "yaml-no-colon"
	YAMLNoComma         Code = "yaml-no-comma"
	YAMLQuote           Code = "yaml-quote"
	YAMLQuoteInside     Code = "yaml-quote-inside"
	YAMLSign            Code = "yaml-sign"
	YAMLSyntax          Code = "yaml-syntax"
	YAMLTab             Code = "yaml-tab"
)

// What can be wrong with a table that is imported.
const (
	ImportContradiction  Code = "import-contradiction"
	ImportEmpty          Code = "import-empty"
	ImportHeadingTwice   Code = "import-heading-twice"
	ImportLong           Code = "import-long"
	ImportMapUnused      Code = "import-map-unused"
	ImportNoDate         Code = "import-no-date"
	ImportNoSlug         Code = "import-no-slug"
	ImportNoSource       Code = "import-no-source"
	ImportNoTitles       Code = "import-no-titles"
	ImportNoUnit         Code = "import-no-unit"
	ImportQuote          Code = "import-quote"
	ImportUnknownHeading Code = "import-unknown-heading"
	ImportUnknownWord    Code = "import-unknown-word"
	ImportUnreadableDate Code = "import-unreadable-date"
)

// What a text asks of the report and the report does not have.
const (
	BrokenLink      Code = "broken-link"
	FileName        Code = "file-name"
	FileNotShared   Code = "file-not-shared"
	NotAPicture     Code = "not-a-picture"
	PhotoWithoutAlt Code = "photo-without-alt"
	PictureUnsafe   Code = "picture-unsafe"
	ReadTooLarge    Code = "read-too-large"
	UnknownFigure   Code = "unknown-figure"
)

// What looks wrong while it can be read, told by every build.
const (
	AmountNegative   Code = "amount-negative"
	AmountSmall      Code = "amount-small"
	AmountZero       Code = "amount-zero"
	DatesBackwards   Code = "dates-backwards"
	FigureFromFuture Code = "figure-from-future"
	MemberTwice      Code = "member-twice"
	NewsFromFuture   Code = "news-from-future"
	RegisterNumber   Code = "register-number"
	TextAfterHash    Code = "text-after-hash"
)

// What svod check looks for beside what build tells.
const (
	ChartWithoutSource     Code = "chart-without-source"
	FigureAfterSource      Code = "figure-after-source"
	FigureJump             Code = "figure-jump"
	OrganizationInClusters Code = "organization-in-clusters"
	PhotoWithoutCredit     Code = "photo-without-credit"
	PictureTooLarge        Code = "picture-too-large"
	PictureWithoutCredit   Code = "picture-without-credit"
	ProseContradicts       Code = "prose-contradicts"
	ProseSum               Code = "prose-sum"
	SimilarOrganizations   Code = "similar-organizations"
	SourceUnused           Code = "source-unused"
	StaleFigure            Code = "stale-figure"
	ThemeContrast          Code = "theme-contrast"
)

// What svod check --external finds out about links to other sites.
const (
	LinkDead        Code = "link-dead"
	LinkMoved       Code = "link-moved"
	LinkUnreachable Code = "link-unreachable"
)

// What can be wrong with turning a check off.
const (
	CheckNeeded  Code = "check-needed"
	CheckUnknown Code = "check-unknown"
)

// What can be wrong with a chart block and with the table that it names.
const (
	ChartBadID             Code = "chart-bad-id"
	ChartCSVEmpty          Code = "chart-csv-empty"
	ChartCSVLong           Code = "chart-csv-long"
	ChartCSVQuote          Code = "chart-csv-quote"
	ChartColumnMissing     Code = "chart-column-missing"
	ChartColumnTwice       Code = "chart-column-twice"
	ChartColumnUnnamed     Code = "chart-column-unnamed"
	ChartDataTwice         Code = "chart-data-twice"
	ChartEmpty             Code = "chart-empty"
	ChartFileKind          Code = "chart-file-kind"
	ChartFileMissing       Code = "chart-file-missing"
	ChartMixedUnits        Code = "chart-mixed-units"
	ChartNoRows            Code = "chart-no-rows"
	ChartNoValues          Code = "chart-no-values"
	ChartNotNumber         Code = "chart-not-number"
	ChartNotValues         Code = "chart-not-values"
	ChartOneColumn         Code = "chart-one-column"
	ChartPieNegative       Code = "chart-pie-negative"
	ChartRowLong           Code = "chart-row-long"
	ChartRowsForm          Code = "chart-rows-form"
	ChartShares            Code = "chart-shares"
	ChartSumApart          Code = "chart-sum-apart"
	ChartSumItself         Code = "chart-sum-itself"
	ChartSumNothing        Code = "chart-sum-nothing"
	ChartSumText           Code = "chart-sum-text"
	ChartTextLong          Code = "chart-text-long"
	ChartUnknownColumn     Code = "chart-unknown-column"
	ChartUnknownTable      Code = "chart-unknown-table"
	ChartFilterNothing     Code = "chart-filter-nothing"
	ChartFunnelNegative    Code = "chart-funnel-negative"
	ChartGaugeRows         Code = "chart-gauge-rows"
	ChartGaugeWhole        Code = "chart-gauge-whole"
	ChartManyRows          Code = "chart-many-rows"
	ChartNoPoints          Code = "chart-no-points"
	ChartNotDates          Code = "chart-not-dates"
	ChartSlopeColumns      Code = "chart-slope-columns"
	ChartSheetAlone        Code = "chart-sheet-alone"
	ChartSpanBackwards     Code = "chart-span-backwards"
	ChartGroupedTwice      Code = "chart-grouped-twice"
	ChartIDTwice           Code = "chart-id-twice"
	ChartHeatNegative      Code = "chart-heat-negative"
	ChartManyCategories    Code = "chart-many-categories"
	ChartManySeries        Code = "chart-many-series"
	ChartSankeySteps       Code = "chart-sankey-steps"
	ChartStackNegative     Code = "chart-stack-negative"
	ChartValueTwice        Code = "chart-value-twice"
	ChartWaterfallNegative Code = "chart-waterfall-negative"
	ChartWithoutData       Code = "chart-without-data"
)

// What can be wrong with a workbook of Excel.
const (
	WorkbookBroken  Code = "workbook-broken"
	WorkbookFormula Code = "workbook-formula"
	WorkbookLarge   Code = "workbook-large"
	WorkbookLocked  Code = "workbook-locked"
	WorkbookOld     Code = "workbook-old"
	WorkbookSheet   Code = "workbook-sheet"
)
