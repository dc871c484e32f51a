import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { few } from '../../../vitest/quick.ts';
import { openDesk } from '../desk/open.ts';
import { deskWith, typed } from '../mesh/testing/typed.ts';
import { helloMinikube, kubernetesBasics } from './kubernetes.ts';
import { samples } from './samples.ts';

const gatewayKinds = readFileSync('exercises/30-laboratorio-linkerd/given/gateway-api.yaml', 'utf8');
const start = deskWith({ ...samples, 'gateway-api.yaml': gatewayKinds });

const installed = `istioctl install -f samples/bookinfo/demo-profile-no-gateways.yaml -y
kubectl label namespace default istio-injection=enabled
kubectl get crd gateways.gateway.networking.k8s.io &> /dev/null || kubectl apply -f gateway-api.yaml
kubectl apply -f samples/bookinfo/platform/kube/bookinfo.yaml`;
const ready = 'for one in $(kubectl get deploy -o name); do kubectl rollout status $one > /dev/null; done';
const reviews = (header = '') =>
  `kubectl exec deploy/productpage-v1 -c productpage -- curl -s -o /dev/null -w "%{http_code}\\n" ${header}http://reviews:9080/reviews/0`;

const ratings = (header = '') =>
  `kubectl exec deploy/reviews-v2 -c reviews -- curl -s -o /dev/null -w "%{http_code} %{time_total}\\n" ${header}http://ratings:9080/ratings/0`;
const everyPair =
  'for from in "foo" "bar" "legacy"; do for to in "foo" "bar"; do kubectl exec "$(kubectl get pod -l app=curl -n $from -o jsonpath={.items..metadata.name})" -c curl -n $from -- curl http://httpbin.$to:8000/ip -s -o /dev/null -w "curl.$from to httpbin.$to: %{http_code}\\n"; done; done';
const tenTimes =
  'for i in $(seq 10); do kubectl exec -n traffic-shift-demo deploy/slow-cooker -c slow-cooker -- curl -s -o /dev/null http://bb; done';
const strict = (namespace: string) => `kubectl apply -n ${namespace} -f - <<EOF
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
spec:
  mtls:
    mode: STRICT
EOF`;

const programmed = 'kubectl wait --for=condition=programmed gateway/bookinfo-gateway';
const policy = (name: string, whom: string, account: string, to = '') => `kubectl apply -f - <<EOF
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: ${name}
  namespace: default
spec:
${whom}
  action: ALLOW
  rules:
  - from:
    - source:
        principals:
        - cluster.local/ns/default/sa/${account}
${to}EOF`;
const route = (rules: string) => `kubectl apply -f - <<EOF
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: reviews
spec:
  parentRefs:
  - group: ""
    kind: Service
    name: reviews
    port: 9080
  rules:
${rules}EOF`;
const title = 'grep -o "<title>.*</title>"';

/** Pages of upstream's tutorials, command by command. The README lists in what they differ. */
const pages: Readonly<Record<string, string>> = {
  // https://istio.io/latest/docs/setup/getting-started/
  'istio-getting-started': `${installed}
kubectl get services
kubectl get pods
${ready}
kubectl get pods
kubectl exec "$(kubectl get pod -l app=ratings -o jsonpath='{.items[0].metadata.name}')" -c ratings -- curl -sS productpage:9080/productpage | grep -o "<title>.*</title>"
kubectl apply -f samples/bookinfo/gateway-api/bookinfo-gateway.yaml
kubectl annotate gateway bookinfo-gateway networking.istio.io/service-type=ClusterIP --namespace=default
${programmed}
kubectl get gateway
istioctl analyze
kubectl port-forward svc/bookinfo-gateway-istio 8080:80 &
curl -s http://localhost:8080/productpage | grep -o "<title>.*</title>"
kubectl label namespace default istio-injection-
kubectl delete -f samples/bookinfo/platform/kube/bookinfo.yaml
istioctl uninstall -y --purge
kubectl delete namespace istio-system`,
  // https://istio.io/latest/docs/tasks/traffic-management/request-routing/
  'istio-request-routing': `${installed}
${ready}
kubectl apply -f samples/bookinfo/networking/destination-rule-all.yaml
kubectl apply -f samples/bookinfo/networking/virtual-service-all-v1.yaml
kubectl get virtualservices
kubectl get destinationrules
kubectl get virtualservice reviews -o yaml
${reviews()}
kubectl apply -f samples/bookinfo/networking/virtual-service-reviews-test-v2.yaml
kubectl get virtualservice reviews -o yaml
${reviews("-H 'end-user: jason' ")}
${reviews()}
istioctl proxy-config routes deploy/productpage-v1 --name 9080
kubectl delete -f samples/bookinfo/networking/virtual-service-all-v1.yaml`,
  // https://istio.io/latest/docs/ambient/getting-started/ and its next pages
  'istio-ambient-getting-started': `istioctl version
istioctl install --set profile=ambient --skip-confirmation
kubectl get crd gateways.gateway.networking.k8s.io &> /dev/null || kubectl apply -f gateway-api.yaml
kubectl apply -f samples/bookinfo/platform/kube/bookinfo.yaml
kubectl apply -f samples/bookinfo/platform/kube/bookinfo-versions.yaml
${ready}
kubectl get pods
kubectl apply -f samples/bookinfo/gateway-api/bookinfo-gateway.yaml
kubectl annotate gateway bookinfo-gateway networking.istio.io/service-type=ClusterIP --namespace=default
${programmed}
kubectl get gateway
kubectl port-forward svc/bookinfo-gateway-istio 8080:80 &
curl -s http://localhost:8080/productpage | ${title}
kubectl label namespace default istio.io/dataplane-mode=ambient
istioctl ztunnel-config workloads
${policy('productpage-ztunnel', '  selector:\n    matchLabels:\n      app: productpage', 'bookinfo-gateway-istio')}
kubectl apply -f samples/curl/curl.yaml
kubectl rollout status deploy/curl > /dev/null
curl -s http://localhost:8080/productpage | ${title}
kubectl exec deploy/curl -- curl -s "http://productpage:9080/productpage"
istioctl waypoint apply --enroll-namespace --wait
kubectl get gtw waypoint
${policy('productpage-waypoint', '  targetRefs:\n  - kind: Service\n    group: ""\n    name: productpage', 'curl', '    to:\n    - operation:\n        methods: ["GET"]\n')}
${policy('productpage-ztunnel', '  selector:\n    matchLabels:\n      app: productpage', 'bookinfo-gateway-istio\n        - cluster.local/ns/default/sa/waypoint')}
kubectl exec deploy/curl -- curl -s "http://productpage:9080/productpage" -X DELETE
kubectl exec deploy/reviews-v1 -- curl -s http://productpage:9080/productpage
kubectl exec deploy/curl -- curl -s http://productpage:9080/productpage | ${title}
${route('  - backendRefs:\n    - name: reviews-v1\n      port: 9080\n      weight: 90\n    - name: reviews-v2\n      port: 9080\n      weight: 10\n')}
istioctl waypoint list
kubectl label namespace default istio.io/use-waypoint-
istioctl waypoint delete --all
kubectl label namespace default istio.io/dataplane-mode-
kubectl delete httproute reviews
kubectl delete authorizationpolicy productpage-ztunnel
istioctl uninstall -y --purge
kubectl delete namespace istio-system`,
  // https://istio.io/latest/docs/tasks/traffic-management/request-routing/ (Gateway API)
  'istio-request-routing-gateway-api': `${installed}
kubectl apply -f samples/bookinfo/platform/kube/bookinfo-versions.yaml
${ready}
${route('  - backendRefs:\n    - name: reviews-v1\n      port: 9080\n')}
kubectl get httproute
kubectl get httproute reviews -o yaml
${reviews()}
${route('  - matches:\n    - headers:\n      - name: end-user\n        value: jason\n    backendRefs:\n    - name: reviews-v2\n      port: 9080\n  - backendRefs:\n    - name: reviews-v1\n      port: 9080\n')}
${reviews("-H 'end-user: jason' ")}
${reviews()}
kubectl delete httproute reviews`,
  // https://docs.docker.com/get-started/workshop/02_our_app/ to 06_bind_mounts/
  'docker-get-started': `docker build -t getting-started .
docker run -d -p 127.0.0.1:3000:3000 --name app getting-started
docker ps
curl -s -o /dev/null -w "%{http_code}\\n" localhost:3000
docker stop app
docker rm app
docker rm -f app
docker tag getting-started alumno/getting-started
docker image ls
docker push alumno/getting-started
docker run --rm alpine touch greeting.txt
docker run --rm alpine stat greeting.txt
docker volume create todo-db
docker run -dp 127.0.0.1:3000:3000 --name app --mount type=volume,src=todo-db,target=/etc/todos getting-started
docker volume inspect todo-db
docker network create todo-app
docker network ls
docker compose version
docker image history getting-started
docker rm -f app`,
  // https://docs.docker.com/get-started/workshop/07_multi_container/ and 08_using_compose/
  'docker-multi-container': `docker network create todo-app
docker run -d --network todo-app --network-alias mysql -v todo-mysql-data:/var/lib/mysql -e MYSQL_ROOT_PASSWORD=secret -e MYSQL_DATABASE=todos mysql:8.0
docker exec -it $(docker ps -q) mysql -u root -p
docker run -it --network todo-app nicolaka/netshoot dig mysql
docker run -dp 127.0.0.1:3000:3000 -w /app -v "$(pwd):/app" --network todo-app -e MYSQL_HOST=mysql -e MYSQL_USER=root -e MYSQL_PASSWORD=secret -e MYSQL_DB=todos node:lts-alpine sh -c "yarn install && yarn run dev"
docker ps
docker rm -f $(docker ps -aq)
docker compose up -d
docker compose ps
docker compose logs
docker compose down
docker volume ls
docker compose down --volumes
docker volume ls`,
  // https://istio.io/latest/docs/tasks/traffic-management/fault-injection/
  'istio-fault-injection': `${installed}
${ready}
kubectl apply -f samples/bookinfo/networking/destination-rule-all.yaml
kubectl apply -f samples/bookinfo/networking/virtual-service-all-v1.yaml
kubectl apply -f samples/bookinfo/networking/virtual-service-reviews-test-v2.yaml
kubectl apply -f samples/bookinfo/networking/virtual-service-ratings-test-delay.yaml
kubectl get virtualservice ratings -o yaml
${ratings('-H "end-user: jason" ')}
${ratings()}
kubectl apply -f samples/bookinfo/networking/virtual-service-ratings-test-abort.yaml
kubectl get virtualservice ratings -o yaml
${ratings('-H "end-user: jason" ')}
${ratings()}
kubectl delete -f samples/bookinfo/networking/virtual-service-all-v1.yaml`,
  // https://istio.io/latest/docs/tasks/traffic-management/traffic-shifting/
  'istio-traffic-shifting': `${installed}
${ready}
kubectl apply -f samples/bookinfo/networking/destination-rule-all.yaml
kubectl apply -f samples/bookinfo/networking/virtual-service-all-v1.yaml
kubectl apply -f samples/bookinfo/networking/virtual-service-reviews-50-v3.yaml
kubectl get virtualservice reviews -o yaml
for i in 1 2 3 4; do ${reviews()}; done
kubectl apply -f samples/bookinfo/networking/virtual-service-reviews-v3.yaml
for i in 1 2 3 4; do ${reviews()}; done
kubectl delete -f samples/bookinfo/networking/virtual-service-all-v1.yaml`,
  // https://istio.io/latest/docs/tasks/security/authentication/mtls-migration/
  'istio-mtls-migration': `istioctl install --set profile=minimal -y
kubectl create ns foo
kubectl apply -f <(istioctl kube-inject -f samples/httpbin/httpbin.yaml) -n foo
kubectl apply -f <(istioctl kube-inject -f samples/curl/curl.yaml) -n foo
kubectl create ns bar
kubectl apply -f <(istioctl kube-inject -f samples/httpbin/httpbin.yaml) -n bar
kubectl apply -f <(istioctl kube-inject -f samples/curl/curl.yaml) -n bar
kubectl create ns legacy
kubectl apply -f samples/curl/curl.yaml -n legacy
for ns in foo bar legacy; do kubectl wait --for=condition=available deploy --all -n $ns > /dev/null; done
${everyPair}
kubectl get peerauthentication --all-namespaces | grep -v istio-system
kubectl get destinationrule --all-namespaces
${strict('foo')}
${everyPair}
${strict('istio-system')}
${everyPair}
kubectl delete peerauthentication --all-namespaces --all
kubectl delete ns foo bar legacy`,
  // https://linkerd.io/2-edge/tasks/adding-your-service/ and traffic-shifting/
  'linkerd-traffic-shifting': `kubectl apply -f gateway-api.yaml > /dev/null
linkerd install --crds | kubectl apply -f - > /dev/null
linkerd install | kubectl apply -f - > /dev/null
linkerd check > /dev/null
linkerd viz install | kubectl apply -f - > /dev/null
linkerd viz check > /dev/null
kubectl apply -f shifting.yaml
kubectl rollout status -n traffic-shift-demo deploy/slow-cooker
kubectl get pods -n traffic-shift-demo
kubectl get deploy -n traffic-shift-demo -o yaml | linkerd inject - | kubectl apply -f -
kubectl rollout status -n traffic-shift-demo deploy/slow-cooker
kubectl get pods -n traffic-shift-demo
linkerd -n traffic-shift-demo check --proxy
${tenTimes}
linkerd viz -n traffic-shift-demo stat --from deploy/slow-cooker deploy
kubectl apply -f - <<EOF
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: bb-route
  namespace: traffic-shift-demo
spec:
  parentRefs:
    - name: bb
      kind: Service
      group: core
      port: 80
  rules:
    - backendRefs:
      - name: bb
        port: 80
        weight: 90
      - name: bb-v2
        port: 80
        weight: 10
EOF
kubectl get httproute -n traffic-shift-demo
${tenTimes}
linkerd viz -n traffic-shift-demo stat --from deploy/slow-cooker deploy
linkerd diagnostics endpoints bb.traffic-shift-demo.svc.cluster.local:80`,
  'kubernetes-hello-minikube': helloMinikube,
  'kubernetes-basics': kubernetesBasics,
  // https://linkerd.io/2-edge/getting-started/
  'linkerd-getting-started': `kubectl version
linkerd version
kubectl apply -f gateway-api.yaml
linkerd check --pre
linkerd install --crds | kubectl apply -f -
linkerd install | kubectl apply -f -
linkerd check
kubectl apply -f emojivoto.yml
kubectl get -n emojivoto deploy -o yaml | linkerd inject - | kubectl apply -f -
linkerd -n emojivoto check --proxy
kubectl -n emojivoto port-forward svc/web-svc 8080:80 &
curl -s -o /dev/null -w "%{http_code}\n" localhost:8080
linkerd viz install | kubectl apply -f -
linkerd check
linkerd viz dashboard`,
};

const byVersion = (page: string) =>
  typed(start, `${pages[page]?.split('\nkubectl delete httproute')[0]}`).desk.sent.flatMap(({ url, outcome }) =>
    url.includes('reviews') && outcome.ok ? [outcome.by] : [],
  );
const { desk: routed } = typed(start, `${pages['istio-request-routing']?.split('\nkubectl delete')[0]}`);

describe('upstream’s tutorials', () => {
  it.each(few(Object.entries(pages), 2))('%s can be typed', async (name, lines) => {
    const { text } = typed(name.startsWith('kubernetes') ? openDesk() : start, lines);
    const kept = text.replaceAll('\r', '');
    await expect(kept).toMatchFileSnapshot(join(import.meta.dirname, `transcripts/${name}.txt`));
  });

  it('routes them by HTTPRoutes too', () => {
    expect(byVersion('istio-request-routing-gateway-api')).toEqual([
      'kind-kind/default/reviews-v1',
      'kind-kind/default/reviews-v2',
      'kind-kind/default/reviews-v1',
    ]);
  });

  it('routes the requests of the user that the page names, and nobody else’s', () => {
    const who = routed.sent.flatMap(({ url, outcome }) => (url.includes('reviews') && outcome.ok ? [outcome.by] : []));
    expect(who).toEqual([
      'kind-kind/default/reviews-v1',
      'kind-kind/default/reviews-v2',
      'kind-kind/default/reviews-v1',
    ]);
  });
});
