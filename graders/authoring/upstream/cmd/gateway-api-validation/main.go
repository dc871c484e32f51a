// What the API server says of a Gateway or a route of the Gateway API by the definitions of the experimental channel, which has every field.
package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"runtime"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	gateway "sigs.k8s.io/gateway-api/apis/v1"
	"timonel/upstream/internal/definitions"
	"timonel/upstream/internal/lines"
)

type verdict struct {
	Refused bool `json:"refused"`
	// To read, not to compare.
	Reason string `json:"reason,omitempty"`
}

// experimental is what the module brings beside its code: the definitions are no part of a package.
func experimental() (all []byte) {
	source, _ := runtime.FuncForPC(reflect.ValueOf(gateway.Resource).Pointer()).FileLine(reflect.ValueOf(gateway.Resource).Pointer())
	folder := filepath.Join(filepath.Dir(source), "../../config/crd/experimental")
	for _, kind := range []string{"gateways", "httproutes", "grpcroutes", "tlsroutes", "referencegrants"} {
		text, err := os.ReadFile(filepath.Join(folder, "gateway.networking.k8s.io_"+kind+".yaml"))
		definitions.Must(err)
		all = append(append(all, "\n---\n"...), text...)
	}
	return all
}

func main() {
	judge := definitions.New(experimental())
	lines.Answer(func(raw json.RawMessage) verdict {
		var object unstructured.Unstructured
		if err := utiljson.Unmarshal(raw, &object.Object); err != nil {
			return verdict{true, err.Error()}
		}
		if err := judge.Check(&object); err != nil {
			return verdict{true, err.Error()}
		}
		return verdict{}
	})
}
