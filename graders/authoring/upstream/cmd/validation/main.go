// Whether the API server refuses a manifest by itself, and why: strict decoding, defaults and the create strategies of the registry, without
// storage, webhooks or admission plugins.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	apiextensionsinstall "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/install"
	"k8s.io/apiextensions-apiserver/pkg/registry/customresourcedefinition"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	genericapirequest "k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/rest"
	apiregistrationinstall "k8s.io/kube-aggregator/pkg/apis/apiregistration/install"
	"k8s.io/kube-aggregator/pkg/registry/apiservice"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	_ "k8s.io/kubernetes/pkg/apis/admissionregistration/install"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/autoscaling/install"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	_ "k8s.io/kubernetes/pkg/apis/certificates/install"
	_ "k8s.io/kubernetes/pkg/apis/coordination/install"
	"k8s.io/kubernetes/pkg/apis/core"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/discovery/install"
	_ "k8s.io/kubernetes/pkg/apis/networking/install"
	_ "k8s.io/kubernetes/pkg/apis/node/install"
	_ "k8s.io/kubernetes/pkg/apis/policy/install"
	_ "k8s.io/kubernetes/pkg/apis/rbac/install"
	_ "k8s.io/kubernetes/pkg/apis/scheduling/install"
	_ "k8s.io/kubernetes/pkg/apis/storage/install"
	"k8s.io/kubernetes/pkg/capabilities"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/mutatingwebhookconfiguration"
	"k8s.io/kubernetes/pkg/registry/admissionregistration/validatingwebhookconfiguration"
	"k8s.io/kubernetes/pkg/registry/apps/controllerrevision"
	"k8s.io/kubernetes/pkg/registry/apps/daemonset"
	"k8s.io/kubernetes/pkg/registry/apps/deployment"
	"k8s.io/kubernetes/pkg/registry/apps/replicaset"
	"k8s.io/kubernetes/pkg/registry/apps/statefulset"
	"k8s.io/kubernetes/pkg/registry/autoscaling/horizontalpodautoscaler"
	"k8s.io/kubernetes/pkg/registry/batch/cronjob"
	"k8s.io/kubernetes/pkg/registry/batch/job"
	"k8s.io/kubernetes/pkg/registry/certificates/certificates"
	"k8s.io/kubernetes/pkg/registry/coordination/lease"
	"k8s.io/kubernetes/pkg/registry/core/configmap"
	"k8s.io/kubernetes/pkg/registry/core/endpoint"
	"k8s.io/kubernetes/pkg/registry/core/limitrange"
	"k8s.io/kubernetes/pkg/registry/core/namespace"
	"k8s.io/kubernetes/pkg/registry/core/node"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolume"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolumeclaim"
	"k8s.io/kubernetes/pkg/registry/core/pod"
	"k8s.io/kubernetes/pkg/registry/core/podtemplate"
	"k8s.io/kubernetes/pkg/registry/core/replicationcontroller"
	"k8s.io/kubernetes/pkg/registry/core/resourcequota"
	"k8s.io/kubernetes/pkg/registry/core/secret"
	"k8s.io/kubernetes/pkg/registry/core/service"
	"k8s.io/kubernetes/pkg/registry/core/serviceaccount"
	"k8s.io/kubernetes/pkg/registry/discovery/endpointslice"
	"k8s.io/kubernetes/pkg/registry/networking/ingress"
	"k8s.io/kubernetes/pkg/registry/networking/ingressclass"
	"k8s.io/kubernetes/pkg/registry/networking/networkpolicy"
	"k8s.io/kubernetes/pkg/registry/node/runtimeclass"
	"k8s.io/kubernetes/pkg/registry/policy/poddisruptionbudget"
	"k8s.io/kubernetes/pkg/registry/rbac/clusterrole"
	"k8s.io/kubernetes/pkg/registry/rbac/clusterrolebinding"
	"k8s.io/kubernetes/pkg/registry/rbac/role"
	"k8s.io/kubernetes/pkg/registry/rbac/rolebinding"
	"k8s.io/kubernetes/pkg/registry/scheduling/priorityclass"
	"k8s.io/kubernetes/pkg/registry/storage/csidriver"
	"k8s.io/kubernetes/pkg/registry/storage/csinode"
	"k8s.io/kubernetes/pkg/registry/storage/storageclass"
	"k8s.io/kubernetes/pkg/registry/storage/volumeattachment"
	podsecurity "k8s.io/pod-security-admission/api"
	"timonel/upstream/internal/lines"
)

// strategies by "group/version/Kind", for the versions that Kubernetes 1.36 serves by default.
var strategies = map[string]rest.RESTCreateStrategy{
	"v1/ConfigMap":             configmap.Strategy,
	"v1/Endpoints":             endpoint.Strategy,
	"v1/LimitRange":            limitrange.Strategy,
	"v1/Namespace":             namespace.Strategy,
	"v1/Node":                  node.Strategy,
	"v1/PersistentVolume":      persistentvolume.Strategy,
	"v1/PersistentVolumeClaim": persistentvolumeclaim.Strategy,
	"v1/Pod":                   pod.Strategy,
	"v1/PodTemplate":           podtemplate.Strategy,
	"v1/ReplicationController": replicationcontroller.Strategy,
	"v1/ResourceQuota":         resourcequota.Strategy,
	"v1/Secret":                secret.Strategy,
	"v1/Service":               service.Strategy,
	"v1/ServiceAccount":        serviceaccount.Strategy,

	"apps/v1/ControllerRevision": controllerrevision.Strategy,
	"apps/v1/DaemonSet":          daemonset.Strategy,
	"apps/v1/Deployment":         deployment.Strategy,
	"apps/v1/ReplicaSet":         replicaset.Strategy,
	"apps/v1/StatefulSet":        statefulset.Strategy,

	"autoscaling/v1/HorizontalPodAutoscaler": horizontalpodautoscaler.Strategy,
	"autoscaling/v2/HorizontalPodAutoscaler": horizontalpodautoscaler.Strategy,

	"batch/v1/CronJob": cronjob.Strategy,
	"batch/v1/Job":     job.Strategy,

	"certificates.k8s.io/v1/CertificateSigningRequest": certificates.Strategy,
	"coordination.k8s.io/v1/Lease":                     lease.Strategy,
	"discovery.k8s.io/v1/EndpointSlice":                endpointslice.Strategy,

	"networking.k8s.io/v1/Ingress":       ingress.Strategy,
	"networking.k8s.io/v1/IngressClass":  ingressclass.Strategy,
	"networking.k8s.io/v1/NetworkPolicy": networkpolicy.Strategy,

	"node.k8s.io/v1/RuntimeClass":   runtimeclass.Strategy,
	"policy/v1/PodDisruptionBudget": poddisruptionbudget.Strategy,

	"rbac.authorization.k8s.io/v1/ClusterRole":        clusterrole.Strategy,
	"rbac.authorization.k8s.io/v1/ClusterRoleBinding": clusterrolebinding.Strategy,
	"rbac.authorization.k8s.io/v1/Role":               role.Strategy,
	"rbac.authorization.k8s.io/v1/RoleBinding":        rolebinding.Strategy,

	"scheduling.k8s.io/v1/PriorityClass": priorityclass.Strategy,

	"storage.k8s.io/v1/CSIDriver":        csidriver.Strategy,
	"storage.k8s.io/v1/CSINode":          csinode.Strategy,
	"storage.k8s.io/v1/StorageClass":     storageclass.Strategy,
	"storage.k8s.io/v1/VolumeAttachment": volumeattachment.Strategy,

	"admissionregistration.k8s.io/v1/MutatingWebhookConfiguration":   mutatingwebhookconfiguration.Strategy,
	"admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration": validatingwebhookconfiguration.Strategy,
}

// verdict is what is said of a manifest.
type verdict struct {
	Refused bool     `json:"refused"`
	Reasons []string `json:"reasons"`
}

func main() {
	capabilities.Setup(true, 0)
	scheme := legacyscheme.Scheme
	apiextensionsinstall.Install(scheme)
	apiregistrationinstall.Install(scheme)
	strategies["apiextensions.k8s.io/v1/CustomResourceDefinition"] = customresourcedefinition.NewStrategy(scheme)
	strategies["apiregistration.k8s.io/v1/APIService"] = apiservice.NewStrategy(scheme)
	decoder := serializer.NewCodecFactory(scheme, serializer.EnableStrict).UniversalDecoder()
	lines.Answer(func(manifest json.RawMessage) verdict {
		reasons := judge(decoder, manifest)
		return verdict{len(reasons) > 0, reasons}
	})
}

// judge applies one manifest as `kubectl create --validate=strict` would.
func judge(decoder runtime.Decoder, manifest []byte) (reasons []string) {
	defer func() {
		if panicked := recover(); panicked != nil {
			reasons = []string{fmt.Sprint("panic: ", panicked)}
		}
	}()
	var head struct {
		APIVersion string `json:"apiVersion"`
		Kind       string `json:"kind"`
	}
	if err := json.Unmarshal(manifest, &head); err != nil {
		return []string{err.Error()}
	}
	strategy, known := strategies[head.APIVersion+"/"+head.Kind]
	if !known {
		return []string{"no strategy for " + head.APIVersion + "/" + head.Kind}
	}
	object, gvk, err := decoder.Decode(manifest, nil, nil)
	if err != nil {
		return []string{"decode: " + err.Error()}
	}
	accessor, err := meta.Accessor(object)
	if err != nil {
		return []string{err.Error()}
	}
	ns := ""
	if strategy.NamespaceScoped() {
		ns = accessor.GetNamespace()
		if ns == "" {
			ns = "default"
		}
	}
	ctx := genericapirequest.WithNamespace(context.Background(), ns)
	ctx = genericapirequest.WithRequestInfo(ctx, &genericapirequest.RequestInfo{
		IsResourceRequest: true, Verb: "create", APIGroup: gvk.Group, APIVersion: gvk.Version,
		Resource: strings.ToLower(gvk.Kind) + "s", Namespace: ns,
	})
	rest.FillObjectMetaSystemFields(accessor)
	if accessor.GetName() == "" && accessor.GetGenerateName() != "" {
		accessor.SetName(strategy.GenerateName(accessor.GetGenerateName()))
	}
	if svc, ok := object.(*core.Service); ok {
		allocate(svc)
	}
	if err := rest.BeforeCreate(strategy, ctx, object); err != nil {
		return reasonsOf(err)
	}
	return afterwards(object)
}

// allocate does what the storage of Services does before validation: it fills in addresses, families and the port for
// health checks, as in a cluster of both families.
func allocate(svc *core.Service) {
	if svc.Spec.ClusterIP != "" && len(svc.Spec.ClusterIPs) == 0 {
		svc.Spec.ClusterIPs = []string{svc.Spec.ClusterIP}
	}
	if svc.Spec.Type == core.ServiceTypeExternalName {
		return
	}
	if svc.Spec.ClusterIP == "" && len(svc.Spec.ClusterIPs) == 0 {
		address := "10.96.100.1"
		if len(svc.Spec.IPFamilies) > 0 && svc.Spec.IPFamilies[0] == core.IPv6Protocol {
			address = "fd00:10:96::1"
		}
		svc.Spec.ClusterIP, svc.Spec.ClusterIPs = address, []string{address}
	}
	if svc.Spec.IPFamilyPolicy == nil {
		policy := core.IPFamilyPolicySingleStack
		if len(svc.Spec.ClusterIPs) == 2 || len(svc.Spec.IPFamilies) == 2 {
			policy = core.IPFamilyPolicyRequireDualStack
		}
		svc.Spec.IPFamilyPolicy = &policy
	}
	if len(svc.Spec.IPFamilies) == 0 {
		for _, address := range svc.Spec.ClusterIPs {
			family := core.IPv4Protocol
			if strings.Contains(address, ":") {
				family = core.IPv6Protocol
			}
			svc.Spec.IPFamilies = append(svc.Spec.IPFamilies, family)
		}
	}
	if svc.Spec.Type == core.ServiceTypeLoadBalancer && svc.Spec.ExternalTrafficPolicy == core.ServiceExternalTrafficPolicyLocal && svc.Spec.HealthCheckNodePort == 0 {
		svc.Spec.HealthCheckNodePort = 30999
	}
}

// afterwards holds what a cluster with the usual flags refuses beyond the strategies: node ports out of their range, and
// Pod Security labels that say nothing.
func afterwards(object runtime.Object) []string {
	reasons := []string{}
	switch o := object.(type) {
	case *core.Service:
		for i, port := range o.Spec.Ports {
			if port.NodePort != 0 && (port.NodePort < 30000 || port.NodePort > 32767) {
				reasons = append(reasons, fmt.Sprintf("spec.ports[%d].nodePort: provided port is not in the valid range", i))
			}
		}
		if port := o.Spec.HealthCheckNodePort; port != 0 && (port < 30000 || port > 32767) {
			reasons = append(reasons, "spec.healthCheckNodePort: provided port is not in the valid range")
		}
	case *core.Namespace:
		_, errs := podsecurity.PolicyToEvaluate(o.Labels, podsecurity.Policy{})
		for _, err := range errs {
			reasons = append(reasons, "metadata.labels: "+err.Error())
		}
	}
	return reasons
}

func reasonsOf(err error) []string {
	status, ok := err.(apierrors.APIStatus)
	if !ok || status.Status().Details == nil {
		return []string{err.Error()}
	}
	var reasons []string
	for _, cause := range status.Status().Details.Causes {
		reasons = append(reasons, cause.Field+": "+cause.Message)
	}
	if len(reasons) == 0 {
		reasons = []string{err.Error()}
	}
	return reasons
}
