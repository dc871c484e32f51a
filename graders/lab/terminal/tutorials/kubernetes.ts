const bootcamp = 'gcr.io/google-samples/kubernetes-bootcamp';
const app = 'curl http://"$(minikube ip):$NODE_PORT"';
const port = `export NODE_PORT="$(kubectl get services/kubernetes-bootcamp -o go-template='{{(index .spec.ports 0).nodePort}}')"
echo "NODE_PORT=$NODE_PORT"`;
const pod = `export POD_NAME="$(kubectl get pods -o go-template --template '{{range .items}}{{.metadata.name}}{{"\\n"}}{{end}}')"
echo Name of the Pod: $POD_NAME`;

/** @see https://kubernetes.io/docs/tutorials/hello-minikube/ */
export const helloMinikube = `minikube start
minikube dashboard --url &
kubectl create deployment hello-node --image=registry.k8s.io/e2e-test-images/agnhost:2.53 -- /agnhost netexec --http-port=8080
kubectl get deployments
kubectl get pods
kubectl get events
kubectl config view
sleep 10
kubectl get deployments
kubectl logs $(kubectl get pods -o jsonpath={.items[0].metadata.name})
kubectl expose deployment hello-node --type=LoadBalancer --port=8080
kubectl get services
minikube service hello-node
minikube addons list
minikube addons enable metrics-server
kubectl get pod,svc -n kube-system
kubectl top pods
minikube addons disable metrics-server
kubectl delete service hello-node
kubectl delete deployment hello-node
minikube stop
minikube delete`;

/** The six modules. @see https://kubernetes.io/docs/tutorials/kubernetes-basics/ */
export const kubernetesBasics = `minikube start
kubectl version
kubectl get nodes
kubectl create deployment kubernetes-bootcamp --image=${bootcamp}:v1
kubectl get deployments
kubectl proxy &
curl http://localhost:8001/version
sleep 10
${pod}
curl http://localhost:8001/api/v1/namespaces/default/pods/$POD_NAME:8080/proxy/
kubectl get pods
kubectl logs "$POD_NAME"
kubectl exec "$POD_NAME" -- env
kubectl exec -ti $POD_NAME -- bash
kubectl exec "$POD_NAME" -- cat server.js
kubectl exec "$POD_NAME" -- curl http://localhost:8080
kubectl get services
kubectl expose deployment/kubernetes-bootcamp --type="NodePort" --port 8080
kubectl get services
kubectl describe services/kubernetes-bootcamp
${port}
${app}
minikube service kubernetes-bootcamp --url
kubectl get pods -l app=kubernetes-bootcamp
kubectl get services -l app=kubernetes-bootcamp
kubectl label pods "$POD_NAME" version=v1
kubectl get pods -l version=v1
kubectl delete service -l app=kubernetes-bootcamp
kubectl get services
${app}
kubectl exec -ti $POD_NAME -- curl http://localhost:8080
kubectl expose deployment/kubernetes-bootcamp --type="LoadBalancer" --port 8080
kubectl get rs
kubectl scale deployments/kubernetes-bootcamp --replicas=4
sleep 5
kubectl get deployments
kubectl get pods -o wide
kubectl describe deployments/kubernetes-bootcamp
${port}
${app}
${app}
kubectl scale deployments/kubernetes-bootcamp --replicas=2
kubectl get deployments
sleep 35
kubectl get pods -o wide
kubectl set image deployments/kubernetes-bootcamp kubernetes-bootcamp=docker.io/jocatalin/kubernetes-bootcamp:v2
kubectl rollout status deployments/kubernetes-bootcamp
${app}
kubectl set image deployments/kubernetes-bootcamp kubernetes-bootcamp=${bootcamp}:v10
sleep 20
kubectl get deployments
kubectl get pods
kubectl rollout undo deployments/kubernetes-bootcamp
kubectl get pods
kubectl describe pods | grep Image:
kubectl delete deployments/kubernetes-bootcamp services/kubernetes-bootcamp`;
