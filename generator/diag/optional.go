package diag

import "slices"

// Optional are the codes of warnings and notes: what an author may turn off with
// a reason. All other codes are errors, and an error is never turned off.
func Optional() []Code {
	return []Code{
		AmountNegative, AmountSmall, AmountZero,
		ChartCellSource, ChartShares, ChartWithoutSource, CitationUnmarked,
		FenceMeansChart,
		DatesBackwards,
		FigureAfterSource, FigureFromFuture, FigureJump, FigureSameDay, FigureWithoutSource,
		FootnoteUnused,
		HeadingEmpty, HeadingLevelOne, HeadingSkipped, HeadingWithoutSpace,
		LinkDead, LinkMoved, LinkToUnpublished, LinkUnreachable,
		ListInOneLine, ListWithoutSpace,
		MemberTwice, NewsFromFuture,
		OrganizationInClusters,
		PhotoWithoutAlt, PhotoWithoutCredit,
		PictureInBrackets, PictureTooLarge, PictureWithoutAlt, PictureWithoutCredit,
		ProseContradicts, ProseSum,
		ReferenceUnmarked, RegisterNumber,
		SimilarOrganizations,
		SourceUnused, StaleFigure, StarsWithSpace, StrayFile,
		TableOfTabs, TableRowLong, TableWithoutLine,
		TextAfterHash, TextIndented,
		ThemeContrast,
	}
}

// Optional reports whether an author may turn the code off.
func (c Code) Optional() bool { return slices.Contains(Optional(), c) }
