// Package envoy decides what Envoy decides by its configuration, as far as the one of istiod needs it.
package envoy

import (
	"fmt"
	"regexp"
	"strings"

	matcher "github.com/envoyproxy/go-control-plane/envoy/type/matcher/v3"
)

// Whole tells whether a regular expression matches all of a text.
func Whole(pattern, text string) bool {
	return regexp.MustCompile("^(?:" + pattern + ")$").MatchString(text)
}

// Matches tells whether a text is as wanted.
func Matches(wanted *matcher.StringMatcher, value string) bool {
	lower := func(text string) string {
		if wanted.IgnoreCase {
			return strings.ToLower(text)
		}
		return text
	}
	switch how := wanted.MatchPattern.(type) {
	case *matcher.StringMatcher_Exact:
		return lower(how.Exact) == lower(value)
	case *matcher.StringMatcher_Prefix:
		return strings.HasPrefix(lower(value), lower(how.Prefix))
	case *matcher.StringMatcher_Suffix:
		return strings.HasSuffix(lower(value), lower(how.Suffix))
	case *matcher.StringMatcher_SafeRegex:
		return Whole(how.SafeRegex.Regex, value)
	}
	panic(fmt.Sprintf("text %T", wanted.MatchPattern))
}
