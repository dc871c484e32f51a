// Whether labels satisfy a label selector; null where the selector is refused.
package main

import (
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"timonel/upstream/internal/lines"
)

type question struct {
	Selector *metav1.LabelSelector `json:"selector"`
	Labels   map[string]string     `json:"labels"`
}

func main() {
	lines.Answer(func(asked question) *bool {
		selector, err := metav1.LabelSelectorAsSelector(asked.Selector)
		if err != nil {
			return nil
		}
		matches := selector.Matches(labels.Set(asked.Labels))
		return &matches
	})
}
