//go:build !windows

package main

// systemLanguage has nothing to add where the environment tells the language.
func systemLanguage() string { return "" }
