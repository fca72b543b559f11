package yaml

import (
	"maps"
	"slices"
	"strings"

	"example.org/svod/generator/diag"
)

// Mapping hands the values of a mapping to the functions of fields, in the order
// of the mapping, those that say nothing too. Keys that fields does not have and
// keys that stand twice are told. So are the keys of required that are missing or
// say nothing; a key that is missing altogether is told at the place given, unless
// one that is not known is a slip of it.
func Mapping[V any](v Value, as func(Value) V, fields map[string]func(V), missing diag.Position, required ...string) {
	pairs, ok := v.Pairs()
	if !ok {
		v.wantsMapping()
		return
	}
	seen := make(map[string]int, len(pairs)) // from a key to its place in pairs
	var meant []string                       // keys that stand under another name
	known := func(name string) bool { _, ok := fields[name]; return ok }
	for i, pair := range pairs {
		name, ok := pair.Key.Scalar()
		if !ok {
			pair.Key.WrongType(diag.WantsText)
			continue
		}
		if first, again := seen[name]; again {
			pair.Key.Error(diag.DuplicateKey, diag.Args{"Key": name, "Line": pairs[first].Key.At().Line})
			continue
		}
		seen[name] = i
		read, ok := fields[name]
		switch {
		case ok && v.slipOfNoComma(pair.Value, known):
		case ok:
			pair.warnOfHash()
			read(as(pair.Value))
		case v.slipOfComma(pairs, i, known):
		default:
			args := v.source.unknownKey(name, slices.Sorted(maps.Keys(fields)))
			pair.Key.Error(diag.UnknownKey, args)
			meant = append(meant, args["Suggestion"].(string))
		}
	}
	for _, name := range required {
		i, there := seen[name]
		switch {
		case there && pairs[i].Value.Empty():
			pairs[i].Key.Error(diag.MissingKey, diag.Args{"Key": name, "Empty": true})
		case !there && !slices.Contains(meant, name):
			v.source.Tell(diag.NewError(missing, diag.MissingKey, diag.Args{"Key": name}))
		}
	}
}

func (s *Source) unknownKey(name string, known []string) diag.Args {
	suggest := s.Suggest
	if suggest == nil {
		suggest = diag.Suggest
	}
	suggestion := suggest(name, known)
	return diag.Args{"Key": name, "Suggestion": suggestion, "Known": strings.Join(known, ", ")}
}
