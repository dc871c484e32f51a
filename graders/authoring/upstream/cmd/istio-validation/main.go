// What the API server (by the definitions of the custom resources) and istiod's webhook say of an object of Istio.
package main

import (
	"encoding/json"
	"fmt"
	"sort"

	"github.com/hashicorp/go-multierror"
	"istio.io/istio/manifests"
	"istio.io/istio/pilot/pkg/config/kube/crd"
	"istio.io/istio/pkg/config/schema/collections"
	"istio.io/istio/pkg/config/schema/resource"
	"istio.io/istio/pkg/config/validation/agent"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	"timonel/upstream/internal/definitions"
	"timonel/upstream/internal/lines"
)

const file = "charts/base/files/crd-all.gen.yaml"

type verdict struct {
	Refused bool `json:"refused"`
	// Messages of the warnings of an object that is admitted.
	Warnings []string `json:"warnings"`
	// Who refuses it, and what it says: to read, not to compare.
	Reason string `json:"reason,omitempty"`
}

func refused(format string, values ...any) verdict {
	return verdict{Refused: true, Warnings: []string{}, Reason: fmt.Sprintf(format, values...)}
}

// of does what happens to an object that is applied: the definition is checked, then the webhook asked.
func of(judge definitions.Judge, raw json.RawMessage) (said verdict) {
	defer func() {
		if failure := recover(); failure != nil {
			said = refused("panic: %v", failure)
		}
	}()
	var object unstructured.Unstructured
	if err := utiljson.Unmarshal(raw, &object.Object); err != nil {
		return refused("json: %v", err)
	}
	if err := judge.Check(&object); err != nil {
		return refused("definition: %v", err)
	}
	pruned, err := json.Marshal(object.Object)
	definitions.Must(err)
	var kind crd.IstioKind
	if err := json.Unmarshal(pruned, &kind); err != nil {
		return refused("decoding: %v", err)
	}
	gvk := kind.GroupVersionKind()
	known, found := collections.Pilot.FindByGroupKind(resource.FromKubernetesGVK(&gvk))
	if !found {
		return refused("unknown kind %v", gvk)
	}
	config, err := crd.ConvertObject(known, &kind, "cluster.local")
	if err != nil {
		return refused("decoding: %v", err)
	}
	warning, err := known.ValidateConfig(*config)
	if err != nil {
		return refused("webhook: %v", err)
	}
	return verdict{Warnings: told(warning)}
}

func told(warning agent.Warning) []string {
	said := []string{}
	if many, is := warning.(*multierror.Error); is {
		for _, one := range many.Errors {
			said = append(said, one.Error())
		}
	} else if warning != nil {
		said = append(said, warning.Error())
	}
	sort.Strings(said)
	return said
}

func main() {
	text, err := manifests.FS.ReadFile(file)
	definitions.Must(err)
	judge := definitions.New(text)
	lines.Answer(func(raw json.RawMessage) verdict { return of(judge, raw) })
}
