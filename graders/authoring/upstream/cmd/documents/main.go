// The documents of a YAML file as the API's clients read them: the text of each one, and what it holds.
package main

import (
	"bufio"
	"encoding/json"
	"io"
	"strings"

	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/yaml"
	"timonel/upstream/internal/lines"
)

type document struct {
	Text string `json:"text"`
	// Absent where the text is no YAML.
	Object json.RawMessage `json:"object,omitempty"`
}

func documents(text string) []document {
	found := []document{}
	reader := utilyaml.NewYAMLReader(bufio.NewReader(strings.NewReader(text)))
	for {
		one, err := reader.Read()
		if err == io.EOF {
			return found
		}
		if err != nil {
			return found
		}
		object, err := yaml.YAMLToJSON(one)
		if err != nil {
			object = nil
		}
		found = append(found, document{string(one), object})
	}
}

func main() {
	lines.Answer(documents)
}
