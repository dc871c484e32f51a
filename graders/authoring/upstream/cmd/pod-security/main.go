// What Pod Security admission forbids in a pod at a level of its latest version.
package main

import (
	"fmt"
	"os"
	"sort"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
	"timonel/upstream/internal/lines"
)

type question struct {
	Level       api.Level         `json:"level"`
	Annotations map[string]string `json:"annotations"`
	Spec        corev1.PodSpec    `json:"spec"`
}

// fillIn does what the API server does before admission: the ports of a pod on the network of its node are the node's.
func fillIn(spec *corev1.PodSpec) {
	if !spec.HostNetwork {
		return
	}
	for _, containers := range [][]corev1.Container{spec.InitContainers, spec.Containers} {
		for _, container := range containers {
			for i := range container.Ports {
				if container.Ports[i].HostPort == 0 {
					container.Ports[i].HostPort = container.Ports[i].ContainerPort
				}
			}
		}
	}
}

func main() {
	evaluator, err := policy.NewEvaluator(policy.DefaultChecks(), nil)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	lines.Answer(func(asked question) []string {
		at := api.LevelVersion{Level: asked.Level, Version: api.LatestVersion()}
		fillIn(&asked.Spec)
		meta := &metav1.ObjectMeta{Name: "pod", Annotations: asked.Annotations}
		reasons := []string{}
		for _, result := range evaluator.EvaluatePod(at, meta, &asked.Spec) {
			if !result.Allowed {
				reasons = append(reasons, result.ForbiddenReason)
			}
		}
		sort.Strings(reasons)
		return reasons
	})
}
