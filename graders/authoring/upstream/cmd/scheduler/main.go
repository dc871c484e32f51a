// Which nodes the scheduler's filters leave for a pod, in order of name.
package main

import (
	"context"
	"fmt"
	"os"
	"sort"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes/fake"
	defaulted "k8s.io/kubernetes/pkg/apis/core/v1"
	"k8s.io/kubernetes/pkg/scheduler/apis/config"
	"k8s.io/kubernetes/pkg/scheduler/apis/config/latest"
	"k8s.io/kubernetes/pkg/scheduler/backend/cache"
	"k8s.io/kubernetes/pkg/scheduler/framework"
	"k8s.io/kubernetes/pkg/scheduler/framework/plugins"
	frameworkruntime "k8s.io/kubernetes/pkg/scheduler/framework/runtime"
	"k8s.io/kubernetes/pkg/scheduler/metrics"
	"timonel/upstream/internal/lines"
)

type question struct {
	Namespaces []*corev1.Namespace `json:"namespaces"`
	Nodes      []*corev1.Node      `json:"nodes"`
	Placed     []*corev1.Pod       `json:"placed"`
	Pod        *corev1.Pod         `json:"pod"`
}

// filters are the ones that look at the pod, the nodes and the pods on them; volumes and devices are left out.
var filters = []string{"NodeUnschedulable", "NodeName", "TaintToleration", "NodeAffinity", "NodePorts", "NodeResourcesFit", "PodTopologySpread", "InterPodAffinity"}

func main() {
	metrics.Register()
	defaults, err := latest.Default()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	profile := defaults.Profiles[0]
	chosen := config.PluginSet{}
	for _, name := range filters {
		chosen.Enabled = append(chosen.Enabled, config.Plugin{Name: name})
	}
	profile.Plugins = &config.Plugins{
		QueueSort: config.PluginSet{Enabled: []config.Plugin{{Name: "PrioritySort"}}},
		PreFilter: config.PluginSet{Enabled: without(chosen.Enabled, "NodeUnschedulable", "NodeName", "TaintToleration")},
		Filter:    chosen,
		Bind:      config.PluginSet{Enabled: []config.Plugin{{Name: "DefaultBinder"}}},
	}
	lines.Answer(func(asked question) []string {
		fitting, err := fit(&profile, asked)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		return fitting
	})
}

func without(all []config.Plugin, names ...string) (kept []config.Plugin) {
next:
	for _, one := range all {
		for _, name := range names {
			if one.Name == name {
				continue next
			}
		}
		kept = append(kept, one)
	}
	return kept
}

func fit(profile *config.KubeSchedulerProfile, asked question) ([]string, error) {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	objects := []runtime.Object{}
	for _, one := range asked.Namespaces {
		one.TypeMeta = metav1.TypeMeta{}
		objects = append(objects, one)
	}
	// The scheduler sees pods as the API server keeps them.
	for _, pod := range append([]*corev1.Pod{asked.Pod}, asked.Placed...) {
		defaulted.SetObjectDefaults_Pod(pod)
	}
	client := fake.NewSimpleClientset(objects...)
	factory := informers.NewSharedInformerFactory(client, 0)
	snapshot := cache.NewSnapshot(asked.Placed, asked.Nodes)
	scheduler, err := frameworkruntime.NewFramework(ctx, plugins.NewInTreeRegistry(), profile,
		frameworkruntime.WithClientSet(client),
		frameworkruntime.WithInformerFactory(factory),
		frameworkruntime.WithSnapshotSharedLister(snapshot))
	if err != nil {
		return nil, err
	}
	factory.Start(ctx.Done())
	factory.WaitForCacheSync(ctx.Done())
	nodes, err := snapshot.NodeInfos().List()
	if err != nil {
		return nil, err
	}
	fitting := []string{}
	state := framework.NewCycleState()
	result, status, _ := scheduler.RunPreFilterPlugins(ctx, state, asked.Pod)
	if !status.IsSuccess() {
		return fitting, nil
	}
	for _, node := range nodes {
		name := node.Node().Name
		if !result.AllNodes() && !result.NodeNames.Has(name) {
			continue
		}
		if scheduler.RunFilterPlugins(ctx, state, asked.Pod, node).IsSuccess() {
			fitting = append(fitting, name)
		}
	}
	sort.Strings(fitting)
	return fitting, nil
}
