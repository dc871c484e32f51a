// What the API server (by the definitions of the custom resources) and istiod's webhook say of an object of Istio.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"sort"

	"github.com/hashicorp/go-multierror"
	"istio.io/istio/manifests"
	"istio.io/istio/pilot/pkg/config/kube/crd"
	crdvalidation "istio.io/istio/pkg/config/crd"
	"istio.io/istio/pkg/config/schema/collections"
	"istio.io/istio/pkg/config/schema/resource"
	"istio.io/istio/pkg/config/validation/agent"
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apimachinery/pkg/util/yaml"
	"timonel/upstream/internal/lines"
)

const definitions = "charts/base/files/crd-all.gen.yaml"

type verdict struct {
	Refused bool `json:"refused"`
	// Messages of the warnings of an object that is admitted.
	Warnings []string `json:"warnings"`
	// Who refuses it, and what it says: to read, not to compare.
	Reason string `json:"reason,omitempty"`
}

type judge struct {
	validator   *crdvalidation.Validator
	structurals map[schema.GroupVersionKind]*structuralschema.Structural
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

// newJudge reads the definitions that the module brings.
func newJudge() judge {
	text, err := manifests.FS.ReadFile(definitions)
	must(err)
	file, err := os.CreateTemp("", "crds-*.yaml")
	must(err)
	defer os.Remove(file.Name())
	_, err = file.Write(text)
	must(err)
	validator, err := crdvalidation.NewValidatorFromFilesWithOptions([]string{file.Name()}, crdvalidation.WithoutCRDValidation())
	must(err)
	return judge{validator, structuralsOf(text)}
}

func structuralsOf(text []byte) map[schema.GroupVersionKind]*structuralschema.Structural {
	all := map[schema.GroupVersionKind]*structuralschema.Structural{}
	decoder := yaml.NewYAMLOrJSONDecoder(bytes.NewReader(text), 512*1024)
	for {
		var written apiextensionsv1.CustomResourceDefinition
		err := decoder.Decode(&written)
		if err == io.EOF {
			return all
		}
		must(err)
		var definition apiextensions.CustomResourceDefinition
		must(apiextensionsv1.Convert_v1_CustomResourceDefinition_To_apiextensions_CustomResourceDefinition(&written, &definition, nil))
		for _, version := range definition.Spec.Versions {
			fields := version.Schema
			if fields == nil {
				fields = definition.Spec.Validation
			}
			structural, err := structuralschema.NewStructural(fields.OpenAPIV3Schema)
			must(err)
			all[schema.GroupVersionKind{Group: definition.Spec.Group, Version: version.Name, Kind: definition.Spec.Names.Kind}] = structural
		}
	}
}

func refused(format string, values ...any) verdict {
	return verdict{Refused: true, Warnings: []string{}, Reason: fmt.Sprintf(format, values...)}
}

// of does what happens to an object that is applied: nulls are dropped, the definition is checked, then the webhook asked.
func (j judge) of(raw json.RawMessage) (said verdict) {
	defer func() {
		if failure := recover(); failure != nil {
			said = refused("panic: %v", failure)
		}
	}()
	var object unstructured.Unstructured
	if err := utiljson.Unmarshal(raw, &object.Object); err != nil {
		return refused("json: %v", err)
	}
	if structural, known := j.structurals[object.GroupVersionKind()]; known {
		defaulting.PruneNonNullableNullsWithoutDefaults(object.Object, structural)
	}
	if err := j.validator.ValidateCustomResource(&object); err != nil {
		return refused("definition: %v", err)
	}
	pruned, err := json.Marshal(object.Object)
	must(err)
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
	lines.Answer(newJudge().of)
}
