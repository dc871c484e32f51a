// Package definitions judges objects by the definitions (CRDs) of custom resources, as an API server does that has them.
package definitions

import (
	"bytes"
	"fmt"
	"io"
	"os"

	crdvalidation "istio.io/istio/pkg/config/crd"
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/yaml"
)

// Judge knows some definitions.
type Judge struct {
	validator   *crdvalidation.Validator
	structurals map[schema.GroupVersionKind]*structuralschema.Structural
}

// Must ends the program where something it is made of is not as it should be.
func Must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

// New reads definitions in YAML.
func New(text []byte) Judge {
	file, err := os.CreateTemp("", "crds-*.yaml")
	Must(err)
	defer os.Remove(file.Name())
	_, err = file.Write(text)
	Must(err)
	validator, err := crdvalidation.NewValidatorFromFilesWithOptions([]string{file.Name()}, crdvalidation.WithoutCRDValidation())
	Must(err)
	return Judge{validator, structuralsOf(text)}
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
		Must(err)
		var definition apiextensions.CustomResourceDefinition
		Must(apiextensionsv1.Convert_v1_CustomResourceDefinition_To_apiextensions_CustomResourceDefinition(&written, &definition, nil))
		for _, version := range definition.Spec.Versions {
			fields := version.Schema
			if fields == nil {
				fields = definition.Spec.Validation
			}
			structural, err := structuralschema.NewStructural(fields.OpenAPIV3Schema)
			Must(err)
			all[schema.GroupVersionKind{Group: definition.Spec.Group, Version: version.Name, Kind: definition.Spec.Names.Kind}] = structural
		}
	}
}

// Check does what happens to an object that is applied: nulls are dropped, which changes it, then the definition is checked.
func (j Judge) Check(object *unstructured.Unstructured) error {
	if structural, known := j.structurals[object.GroupVersionKind()]; known {
		defaulting.PruneNonNullableNullsWithoutDefaults(object.Object, structural)
	}
	return j.validator.ValidateCustomResource(object)
}
