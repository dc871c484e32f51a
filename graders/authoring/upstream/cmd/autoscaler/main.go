// How many replicas one metric of a HorizontalPodAutoscaler asks for; null where it cannot be computed.
package main

import (
	"context"
	"fmt"
	"reflect"
	"time"
	"unsafe"

	autoscaling "k8s.io/api/autoscaling/v2"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	corelisters "k8s.io/client-go/listers/core/v1"
	"k8s.io/client-go/tools/cache"
	"k8s.io/kubernetes/pkg/controller/podautoscaler"
	"k8s.io/kubernetes/pkg/controller/podautoscaler/metrics"
	"timonel/upstream/internal/lines"
)

// amounts are thousandths, by container and resource.
type amounts map[string]map[string]int64

type pod struct {
	Name     string  `json:"name"`
	Requests amounts `json:"requests"`
	Usage    amounts `json:"usage"`
	Ready    bool    `json:"ready"`
	Phase    string  `json:"phase"`
}

type question struct {
	Replicas  int32                  `json:"replicas"`
	Tolerance float64                `json:"tolerance"`
	Metric    autoscaling.MetricSpec `json:"metric"`
	Pods      []pod                  `json:"pods"`
	Value     int64                  `json:"value"`
}

const namespace = "default"

// observed is what the metrics pipeline knows.
type observed struct{ asked question }

func (o observed) GetResourceMetric(_ context.Context, name corev1.ResourceName, _ string, _ labels.Selector, container string) (metrics.PodMetricsInfo, time.Time, error) {
	info := metrics.PodMetricsInfo{}
	for _, one := range o.asked.Pods {
		if one.Usage == nil {
			continue
		}
		sum := int64(0)
		for c, used := range one.Usage {
			if container == "" || c == container {
				sum += used[string(name)]
			}
		}
		info[one.Name] = metrics.PodMetric{Timestamp: time.Now(), Window: time.Minute, Value: sum}
	}
	if len(info) == 0 {
		return nil, time.Time{}, fmt.Errorf("no metrics")
	}
	return info, time.Now(), nil
}

func (o observed) GetRawMetric(string, string, labels.Selector, labels.Selector) (metrics.PodMetricsInfo, time.Time, error) {
	return nil, time.Time{}, fmt.Errorf("no metrics")
}

func (o observed) GetObjectMetric(string, string, *autoscaling.CrossVersionObjectReference, labels.Selector) (int64, time.Time, error) {
	return o.asked.Value, time.Now(), nil
}

func (o observed) GetExternalMetric(string, string, labels.Selector) ([]int64, time.Time, error) {
	return []int64{o.asked.Value}, time.Now(), nil
}

func podOf(one pod) *corev1.Pod {
	started := metav1.NewTime(time.Now().Add(-time.Hour))
	// A pod that is not ready has not been since shortly after it started.
	condition := corev1.PodCondition{Type: corev1.PodReady, Status: corev1.ConditionFalse, LastTransitionTime: metav1.NewTime(started.Add(time.Second))}
	if one.Ready {
		condition.Status = corev1.ConditionTrue
	}
	made := &corev1.Pod{
		ObjectMeta: metav1.ObjectMeta{Name: one.Name, Namespace: namespace, Labels: map[string]string{"app": "web"}},
		Status:     corev1.PodStatus{Phase: corev1.PodRunning, StartTime: &started, Conditions: []corev1.PodCondition{condition}},
	}
	for container, requests := range one.Requests {
		list := corev1.ResourceList{}
		for name, amount := range requests {
			list[corev1.ResourceName(name)] = *resource.NewMilliQuantity(amount, resource.DecimalSI)
		}
		made.Spec.Containers = append(made.Spec.Containers, corev1.Container{Name: container, Resources: corev1.ResourceRequirements{Requests: list}})
	}
	switch one.Phase {
	case "Pending", "Failed":
		made.Status.Phase = corev1.PodPhase(one.Phase)
	case "Terminating":
		now := metav1.Now()
		made.DeletionTimestamp = &now
	}
	return made
}

func main() {
	lines.Answer(func(asked question) *int32 {
		indexer := cache.NewIndexer(cache.MetaNamespaceKeyFunc, cache.Indexers{cache.NamespaceIndex: cache.MetaNamespaceIndexFunc})
		for _, one := range asked.Pods {
			_ = indexer.Add(podOf(one))
		}
		calculator := podautoscaler.NewReplicaCalculator(observed{asked}, corelisters.NewPodLister(indexer), 5*time.Minute, 30*time.Second)
		replicas, err := ask(calculator, asked)
		if err != nil {
			return nil
		}
		return &replicas
	})
}

// tolerancesOf sets what only the controller itself, from a flag, can set.
func tolerancesOf(share float64) podautoscaler.Tolerances {
	tolerances := podautoscaler.Tolerances{}
	fields := reflect.ValueOf(&tolerances).Elem()
	for i := range fields.NumField() {
		field := fields.Field(i)
		reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem().SetFloat(share)
	}
	return tolerances
}

func ask(calculator *podautoscaler.ReplicaCalculator, asked question) (replicas int32, err error) {
	tolerances := tolerancesOf(asked.Tolerance)
	selector := labels.SelectorFromSet(labels.Set{"app": "web"})
	now := asked.Replicas
	resourceReplicas := func(name corev1.ResourceName, target autoscaling.MetricTarget, container string) (int32, error) {
		if target.AverageUtilization != nil {
			replicas, _, _, _, err = calculator.GetResourceReplicas(context.Background(), now, *target.AverageUtilization, name, tolerances, namespace, selector, container)
		} else {
			replicas, _, _, err = calculator.GetRawResourceReplicas(context.Background(), now, target.AverageValue.MilliValue(), name, tolerances, namespace, selector, container)
		}
		return replicas, err
	}
	metric := asked.Metric
	switch metric.Type {
	case autoscaling.ResourceMetricSourceType:
		return resourceReplicas(metric.Resource.Name, metric.Resource.Target, "")
	case autoscaling.ContainerResourceMetricSourceType:
		return resourceReplicas(metric.ContainerResource.Name, metric.ContainerResource.Target, metric.ContainerResource.Container)
	case autoscaling.ObjectMetricSourceType:
		if target := metric.Object.Target.AverageValue; target != nil {
			replicas, _, _, err = calculator.GetObjectPerPodMetricReplicas(now, target.MilliValue(), "m", tolerances, namespace, &metric.Object.DescribedObject, nil)
		} else {
			replicas, _, _, err = calculator.GetObjectMetricReplicas(now, metric.Object.Target.Value.MilliValue(), "m", tolerances, namespace, &metric.Object.DescribedObject, selector, nil)
		}
	case autoscaling.ExternalMetricSourceType:
		if target := metric.External.Target.AverageValue; target != nil {
			replicas, _, _, err = calculator.GetExternalPerPodMetricReplicas(now, target.MilliValue(), "m", tolerances, namespace, nil)
		} else {
			replicas, _, _, err = calculator.GetExternalMetricReplicas(now, metric.External.Target.Value.MilliValue(), "m", tolerances, namespace, nil, selector)
		}
	}
	return replicas, err
}
