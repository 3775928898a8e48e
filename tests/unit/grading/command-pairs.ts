/** Commands as people write them: what a card expects, what somebody types. Each line is a pair. */

const read = (table: string): [expected: string, typed: string][] =>
  table
    .split('\n')
    .filter((line) => line.includes(' <=> ') && !line.trimStart().startsWith('//'))
    .map((line) => {
      const [expected = '', typed = ''] = line.trim().split(' <=> ');
      return [expected.replaceAll('\\n', '\n'), typed.replaceAll('\\n', '\n')];
    });

/** Pairs that mean the same. `\n` is a line's end. */
export const same = read(String.raw`
  // namespaces and output
  kubectl get pods -n kube-system <=> kubectl get pods --namespace kube-system
  kubectl get pods -n kube-system <=> kubectl get pods --namespace=kube-system
  kubectl get pods -n kube-system <=> kubectl get pods -nkube-system
  kubectl get pods -n kube-system <=> kubectl get pods -n=kube-system
  kubectl get pods -n kube-system <=> kubectl -n kube-system get pods
  kubectl get pods -n kube-system <=> kubectl get -n kube-system pods
  kubectl get pods -A <=> kubectl get pods --all-namespaces
  kubectl get pods -A <=> kubectl get pods --all-namespaces=true
  kubectl get deployment web -o yaml <=> kubectl get deployment web -oyaml
  kubectl get deployment web -o yaml <=> kubectl get deployment web --output=yaml
  kubectl get deployment web -o yaml <=> kubectl get -o=yaml deployment web
  kubectl get deployment web -o yaml <=> k get deploy/web -oyaml
  kubectl get nodes -o wide <=> k get no -owide
  kubectl get pods --show-labels <=> kubectl get pods --show-labels=true
  kubectl get pods -o jsonpath='{.items[*].metadata.name}' <=> kubectl get pods -o=jsonpath="{.items[*].metadata.name}"
  kubectl get pods --sort-by=.metadata.creationTimestamp <=> kubectl get po --sort-by '{.metadata.creationTimestamp}'
  kubectl get pods --sort-by=.status.startTime <=> kubectl get pods --sort-by status.startTime
  kubectl get events -A --sort-by=.lastTimestamp <=> k get ev --sort-by=.lastTimestamp -A
  // names of resources
  kubectl get pods <=> k get po
  kubectl get pods <=> kubectl get pod
  kubectl get pods <=> kubectl get Pods
  kubectl get services <=> kubectl get svc
  kubectl get deployments <=> kubectl get deploy
  kubectl get deployments <=> kubectl get deployments.apps
  kubectl get deployments <=> kubectl get deploy.apps
  kubectl get deployments <=> kubectl get deployments.v1.apps
  kubectl get namespaces <=> kubectl get ns
  kubectl get replicasets <=> kubectl get rs
  kubectl get daemonsets -n kube-system <=> k -n kube-system get ds
  kubectl get statefulset db <=> kubectl get sts/db
  kubectl get persistentvolumeclaims <=> kubectl get pvc
  kubectl get persistentvolumes <=> kubectl get pv
  kubectl get storageclass <=> kubectl get sc
  kubectl get networkpolicies -n web <=> kubectl get netpol -n web
  kubectl get ingress <=> kubectl get ing
  kubectl get endpointslices <=> kubectl get endpointslices.discovery.k8s.io
  kubectl get hpa <=> kubectl get horizontalpodautoscalers
  kubectl get certificatesigningrequests <=> kubectl get csr
  kubectl get crds <=> kubectl get customresourcedefinitions
  kubectl get configmaps <=> kubectl get cm
  kubectl get pods,services <=> kubectl get svc,po
  kubectl get pod web <=> kubectl get pod/web
  kubectl get pod a b <=> kubectl get pod/a pod/b
  kubectl get pod a b <=> kubectl get pods b a
  kubectl get pod/a svc/b <=> kubectl get service/b po/a
  kubectl describe pod web <=> k describe po web
  kubectl describe quota -n dev <=> kubectl describe resourcequotas --namespace dev
  kubectl describe node node01 <=> kubectl describe no/node01
  kubectl explain pod.spec.containers <=> kubectl explain po.spec.containers
  kubectl explain pods.spec --recursive <=> kubectl explain --recursive pod.spec
  kubectl top pods -A --sort-by=memory <=> kubectl top po --sort-by memory --all-namespaces
  kubectl top node <=> kubectl top nodes
  // selectors
  kubectl get pods -l app=web,tier=front <=> kubectl get pods -l tier=front,app=web
  kubectl get pods -l app=web <=> kubectl get pods --selector app==web
  kubectl get pods -l app=web <=> kubectl get po --selector=app=web
  kubectl get pods -l 'env in (dev,test),app=web' <=> kubectl get pods -l "app=web,env in (dev,test)"
  kubectl get pods -A --field-selector status.phase=Pending <=> kubectl get pods --field-selector=status.phase=Pending -A
  kubectl get pods --field-selector status.phase=Running,spec.nodeName=n1 <=> kubectl get pods --field-selector spec.nodeName=n1,status.phase=Running
  // working with Pods
  kubectl run web --image=nginx <=> kubectl run web --image nginx
  kubectl run tmp --image=busybox:1.36 --rm -it --restart=Never -- sh <=> kubectl run tmp -it --rm --restart=Never --image=busybox:1.36 -- sh
  kubectl run tmp --image=busybox:1.36 --rm -it --restart=Never -- sh <=> k run tmp -i -t --rm --restart Never --image busybox:1.36 -- sh
  kubectl run tmp --image=busybox:1.36 --rm -it -- sh <=> kubectl run tmp --image=busybox:1.36 --rm --stdin --tty -- sh
  kubectl run web --image=nginx -l app=web,tier=front <=> kubectl run web --image=nginx --labels=tier=front,app=web
  kubectl run web --image=nginx --env=A=1 --env=B=2 <=> kubectl run web --image=nginx --env B=2 --env A=1
  kubectl exec -it web -- sh <=> kubectl exec web -it -- sh
  kubectl exec -it web -- sh <=> kubectl exec -ti pod/web -- sh
  kubectl exec web -c app -- ls -la /etc <=> kubectl exec web --container=app -- ls -al /etc/
  kubectl exec web -- cat /etc/resolv.conf <=> kubectl exec pods/web -- cat /etc/resolv.conf
  kubectl exec web -- sh -c 'echo hi; ls' <=> kubectl exec web -- sh -c "echo hi ;  ls"
  kubectl logs web <=> kubectl logs pod/web
  kubectl logs -f web <=> kubectl logs web --follow
  kubectl logs -p web -c app <=> kubectl logs web --container app --previous
  kubectl logs web --tail=20 --since=1h <=> kubectl logs web --since 1h --tail 20
  kubectl logs -n kube-system -l component=kube-scheduler <=> kubectl logs --selector=component=kube-scheduler --namespace=kube-system
  kubectl port-forward service/web 8080:80 <=> kubectl port-forward svc/web 8080:80
  kubectl port-forward web 8080:80 <=> kubectl port-forward pod/web 8080:80
  kubectl cp web:/etc/nginx/nginx.conf ./nginx.conf <=> kubectl cp web:/etc/nginx/nginx.conf nginx.conf
  kubectl debug node/node01 -it --image=busybox:1.36 <=> kubectl debug -it no/node01 --image busybox:1.36
  kubectl attach -it web -c app <=> kubectl attach web -c app -ti
  kubectl delete pod web --grace-period=0 --force <=> kubectl delete po/web --force --grace-period 0
  kubectl delete pod web --force <=> kubectl delete pod web --force --force
  kubectl delete pod web $now <=> kubectl delete pod web --force --grace-period=0
  kubectl delete node node01 <=> kubectl delete nodes/node01
  // workloads
  kubectl create deployment web --image=nginx:1.29 --replicas=3 <=> kubectl create deploy web --replicas 3 --image nginx:1.29
  kubectl create deployment web --image=nginx:1.29 --replicas=3 <=> kubectl create deployment web --image=nginx:1.29 -r 3
  kubectl create deployment web --image=nginx --dry-run=client -o yaml > web.yaml <=> k create deploy web -o yaml --image=nginx --dry-run=client >web.yaml
  kubectl create deployment web --image=nginx --dry-run=client -o yaml > web.yaml <=> k create deploy web --image=nginx $do > ./web.yaml
  kubectl run web --image=nginx --dry-run=client -o yaml <=> export do="--dry-run=client -o yaml"\nk run web --image=nginx $do
  kubectl scale deployment web --replicas=6 <=> kubectl scale --replicas=6 deploy/web
  kubectl set image deployment/web nginx=nginx:1.29.3 <=> kubectl set image deploy web nginx=nginx:1.29.3
  kubectl set image deployment/web a=x:1 b=y:2 <=> kubectl set image deployment/web b=y:2 a=x:1
  kubectl set env deployment/app --from=configmap/app <=> kubectl set env deploy/app --from=cm/app
  kubectl set resources deployment api --requests=cpu=100m --limits=memory=256Mi <=> kubectl set resources deploy api --limits memory=256Mi --requests cpu=100m
  kubectl rollout undo deployment/web --to-revision=2 <=> kubectl rollout undo deploy web --to-revision 2
  kubectl rollout status deployment/web <=> k rollout status deployment web
  kubectl rollout restart daemonset kube-proxy -n kube-system <=> kubectl -n kube-system rollout restart ds/kube-proxy
  kubectl autoscale deployment web --min=2 --max=10 --cpu-percent=60 <=> kubectl autoscale deploy web --cpu-percent=60 --max=10 --min=2
  kubectl create job backup --image=busybox:1.36 -- date <=> kubectl create job backup --image busybox:1.36 -- date
  kubectl create cronjob backup --image=busybox --schedule="0 2 * * *" -- date <=> kubectl create cj backup --schedule='0 2 * * *' --image=busybox -- date
  kubectl create job now --from=cronjob/backup <=> kubectl create job now --from cj/backup
  kubectl expose deployment web --port=80 --target-port=8080 <=> kubectl expose deploy web --target-port 8080 --port 80
  kubectl expose pod web --port=80 --type=NodePort <=> kubectl expose po/web --type NodePort --port 80
  // configuration and access
  kubectl create configmap app --from-literal=MODE=prod --from-literal=LEVEL=info <=> kubectl create cm app --from-literal=LEVEL=info --from-literal=MODE=prod
  kubectl create configmap nginx --from-file=nginx.conf <=> kubectl create configmap nginx --from-file=./nginx.conf
  kubectl create secret generic db --from-literal=password=s3cret <=> kubectl create secret generic db --from-literal 'password=s3cret'
  kubectl create secret tls web --cert=web.crt --key=web.key <=> kubectl create secret tls web --key web.key --cert web.crt
  kubectl create namespace dev <=> kubectl create ns dev
  kubectl create serviceaccount builder -n dev <=> kubectl -n dev create sa builder
  kubectl create quota team --hard=cpu=4,memory=8Gi,pods=20 -n dev <=> kubectl create resourcequota team --hard=pods=20,cpu=4,memory=8Gi -n dev
  kubectl create role reader --verb=get,list --resource=pods <=> kubectl create role reader --verb=list --verb=get --resource=po
  kubectl create rolebinding rb --role=reader --serviceaccount=dev:builder <=> kubectl create rolebinding rb --serviceaccount dev:builder --role reader
  kubectl create clusterrolebinding cb --clusterrole=view --user=jane <=> kubectl create clusterrolebinding cb --user jane --clusterrole view
  kubectl create ingress web --rule="a.example/*=web:80" --class=nginx <=> kubectl create ing web --class nginx --rule='a.example/*=web:80'
  kubectl auth can-i create deployments --namespace dev <=> kubectl auth can-i create deploy -n dev
  kubectl auth can-i list pods --as=system:serviceaccount:dev:builder <=> kubectl auth can-i list po --as system:serviceaccount:dev:builder
  kubectl config set-context --current --namespace=dev <=> kubectl config set-context --current -n dev
  kubectl config use-context admin@prod <=> kubectl config use-context "admin@prod"
  kubectl get nodes --kubeconfig=/tmp/admin.conf <=> KUBECONFIG=/tmp/admin.conf kubectl get nodes
  kubectl certificate approve csr-1 <=> k certificate approve csr-1
  // nodes, labels, files
  kubectl taint nodes node01 dedicated=gpu:NoSchedule <=> kubectl taint node node01 dedicated=gpu:NoSchedule
  kubectl label nodes node01 disktype=ssd <=> kubectl label node/node01 disktype=ssd
  kubectl label pod web a=1 b=2 --overwrite <=> kubectl label --overwrite po web b=2 a=1
  kubectl drain node01 --ignore-daemonsets --delete-emptydir-data <=> kubectl drain node01 --delete-emptydir-data --ignore-daemonsets
  kubectl drain node01 --ignore-daemonsets --delete-emptydir-data <=> kubectl drain node/node01 --ignore-daemonsets --delete-local-data
  kubectl cordon node01 <=> kubectl cordon no/node01
  kubectl apply -f web.yaml <=> kubectl apply --filename=web.yaml
  kubectl apply -f web.yaml <=> kubectl apply -f ./web.yaml
  kubectl apply -f a.yaml -f b.yaml <=> kubectl apply -f b.yaml,a.yaml
  kubectl replace --force -f web.yaml <=> kubectl replace -f web.yaml --force
  kubectl patch pod web -p '{"spec":{"a":1}}' --type=merge <=> kubectl patch po web --type merge --patch "{\"spec\":{\"a\":1}}"
  kubectl wait --for=condition=Ready pod/web --timeout=60s <=> kubectl wait pod web --timeout 60s --for condition=Ready
  kubectl get --raw '/readyz?verbose' <=> kubectl get --raw=/readyz?verbose
  kubectl api-resources --namespaced=true <=> kubectl api-resources --namespaced
  // etcdctl
  etcdctl get / --prefix --keys-only --limit=10 <=> etcdctl get / --limit 10 --keys-only --prefix
  etcdctl get / --prefix --keys-only --limit=10 <=> etcdctl --prefix --keys-only get --limit=10 /
  etcdctl member list -w table <=> etcdctl member list --write-out=table
  etcdctl member list -w table <=> etcdctl --write-out table member list
  etcdctl endpoint status --cluster -w table <=> etcdctl endpoint status -wtable --cluster
  etcdctl endpoint health --endpoints=https://10.0.0.1:2379,https://10.0.0.2:2379 <=> etcdctl endpoint health --endpoints https://10.0.0.2:2379,https://10.0.0.1:2379
  ETCDCTL_API=3 etcdctl snapshot save /b.db --cacert=/c/ca.crt --cert=/c/s.crt --key=/c/s.key <=> ETCDCTL_API=3 etcdctl --key /c/s.key --cert /c/s.crt --cacert /c/ca.crt snapshot save /b.db
  ETCDCTL_API=3 etcdctl snapshot save /b.db <=> export ETCDCTL_API=3\netcdctl snapshot save /b.db
  ETCDCTL_API=3 etcdctl snapshot save /b.db <=> export ETCDCTL_API=3; etcdctl snapshot save /b.db
  ETCDCTL_API=3 etcdctl snapshot save /b.db <=> sudo ETCDCTL_API=3 etcdctl snapshot save /b.db
  ETCDCTL_API=3 etcdctl snapshot save /b.db <=> env ETCDCTL_API=3 etcdctl snapshot save /b.db
  etcdctl get a --cacert=/c/ca.crt <=> ETCDCTL_CACERT=/c/ca.crt etcdctl get a
  etcdctl snapshot save /b.db --endpoints=https://127.0.0.1:2379 \n  --cacert=/c/ca.crt <=> etcdctl snapshot save /b.db --endpoints=https://127.0.0.1:2379\n--cacert=/c/ca.crt
  etcdctl snapshot save /b.db --endpoints=https://127.0.0.1:2379 --cacert=/c/ca.crt <=> etcdctl snapshot save /b.db \\n  --endpoints=https://127.0.0.1:2379 \\n  --cacert=/c/ca.crt
  etcdutl snapshot restore /b.db --data-dir /var/lib/new <=> etcdutl --data-dir=/var/lib/new snapshot restore /b.db
  etcdutl snapshot status /b.db -w table <=> etcdutl snapshot status --write-out table /b.db
  kubectl exec etcd-cp -n kube-system -- etcdctl endpoint health --cert=/s.crt --key=/s.key <=> kubectl -n kube-system exec etcd-cp -- etcdctl --key=/s.key --cert /s.crt endpoint health
  export ETCDCTL_API=3 <=> export ETCDCTL_API="3"
  etcdctl put greeting hello <=> etcdctl put greeting 'hello'
  etcdctl put greeting "hello world" <=> etcdctl put greeting hello\ world
  // kubeadm, runtime, services
  kubeadm init --pod-network-cidr=10.244.0.0/16 --apiserver-advertise-address=10.0.0.1 <=> kubeadm init --apiserver-advertise-address 10.0.0.1 --pod-network-cidr 10.244.0.0/16
  kubeadm token create --print-join-command <=> sudo kubeadm token create --print-join-command
  kubeadm upgrade apply v1.34.1 -y <=> sudo kubeadm upgrade apply v1.34.1 --yes
  kubeadm reset -f <=> kubeadm reset --force
  kubeadm join 10.0.0.1:6443 --token abc.def --discovery-token-ca-cert-hash sha256:12 <=> kubeadm join --discovery-token-ca-cert-hash=sha256:12 --token=abc.def 10.0.0.1:6443
  crictl ps -a <=> sudo crictl ps --all
  crictl ps -a --name kube-apiserver <=> crictl ps --name=kube-apiserver -a
  crictl logs -f abc <=> crictl logs --follow abc
  crictl exec -it abc sh <=> crictl exec -i -t abc sh
  crictl images <=> crictl image
  crictl --runtime-endpoint unix:///run/containerd/containerd.sock ps <=> crictl -r unix:///run/containerd/containerd.sock ps
  systemctl restart kubelet <=> sudo systemctl restart kubelet.service
  systemctl enable --now kubelet <=> systemctl --now enable kubelet
  systemctl status kubelet --no-pager -l <=> systemctl status -l --no-pager kubelet
  journalctl -u kubelet -n 50 --no-pager <=> journalctl --no-pager --unit=kubelet.service --lines=50
  journalctl -u kubelet -f <=> journalctl -fu kubelet
  journalctl -xeu kubelet <=> journalctl -u kubelet -x -e
  journalctl -u kubelet --since "1 hour ago" <=> journalctl --since='1 hour ago' -u kubelet
  helm install web bitnami/nginx -n web --create-namespace <=> helm install web bitnami/nginx --create-namespace --namespace web
  helm list -A <=> helm ls --all-namespaces
  helm uninstall web -n web <=> helm delete web --namespace=web
  helm upgrade --install web ./chart -f values.yaml <=> helm upgrade -i web ./chart --values values.yaml
  openssl x509 -in a.crt -noout -text <=> openssl x509 -noout -text -in a.crt
  openssl req -new -key j.key -out j.csr -subj "/CN=jane/O=dev" <=> openssl req -new -subj '/CN=jane/O=dev' -key j.key -out j.csr
  docker run -d --name web -p 80:80 nginx <=> docker run --detach -p 80:80 --name=web nginx
  docker ps -a <=> docker ps --all
  podman run --rm -it alpine sh -c "ls -la /" <=> podman run -i -t --rm alpine sh -c 'ls -al /'
  // the shell
  curl -k https://127.0.0.1:10257/healthz <=> curl --insecure https://127.0.0.1:10257/healthz
  curl -sk https://a/b <=> curl -k -s https://a/b
  curl -H "Host: shop.example.com" http://192.0.2.10/ <=> curl http://192.0.2.10/ --header 'Host: shop.example.com'
  curl -X POST http://a <=> curl -XPOST http://a
  ls /etc/cni/net.d <=> ls /etc/cni/net.d/
  ls -la /etc <=> ls -a -l /etc
  cp -r a b <=> cp -R a b
  cp -r a b <=> cp --recursive ./a b/
  mkdir -p $HOME/.kube <=> mkdir --parents ~/.kube
  tail -n 20 /var/log/syslog <=> tail -20 /var/log/syslog
  tar -xzf etcd.tar.gz <=> tar xzf etcd.tar.gz
  ss -tulpn <=> ss -plunt
  ip addr <=> ip a
  ip route <=> ip r show
  grep -rn staticPodPath /var/lib/kubelet <=> grep -n -r staticPodPath /var/lib/kubelet
  kubectl logs web | grep ERROR > /tmp/errors.txt <=> k logs web|grep ERROR>/tmp/errors.txt
  kubectl get pods -o wide 2>&1 | tee out.txt <=> kubectl get po -owide 2>&1 | tee ./out.txt
  kubectl get secret db -o jsonpath='{.data.p}' | base64 -d <=> kubectl get secrets/db -ojsonpath={.data.p} | base64 --decode
  kubectl get pods # all of them <=> kubectl get pods
  kubectl get pods <=> $ kubectl get pods
  kubectl get pods <=>   kubectl   get   pods  
  kubectl get pods <=> /usr/local/bin/kubectl get pods
  kubectl get pods <=> 'kubectl' "get" po\ds
  kubectl get pods <=> kubectl get pods;
  kubectl get pods — -A <=> kubectl get pods — -A
  kubectl get pods --all-namespaces <=> kubectl get pods —all-namespaces
  mv a b && systemctl restart kubelet <=> mv a b&&systemctl restart kubelet
  cd /tmp\nls <=> cd /tmp; ls
  cd /tmp\nls <=> cd /tmp && ls
  echo $(kubectl get no -o name) <=> echo ${'`'}kubectl get no -o name${'`'}
  watch kubectl get pods -n web <=> watch kubectl -n web get po
  kubectl get pods -o name | xargs -n 1 kubectl delete --force <=> kubectl get pods -o name | xargs -n1 kubectl delete --force
  ssh node01 systemctl restart kubelet <=> ssh node01 "systemctl restart kubelet.service"
  cat <<EOF > a.txt\none\nEOF <=> cat > a.txt <<EOF\none\nEOF
  // dashes and signs that a word processor or another keyboard makes
  kubectl get pods -n web <=> kubectl get pods –n web
  kubectl get pods -n web <=> kubectl get pods —n web
  kubectl get pods -n web <=> kubectl get pods −n web
  kubectl get pods -nweb <=> kubectl get pods –nweb
  kubectl get pods -n web <=> kubectl get pods –n=web
  kubectl get pods --all-namespaces <=> kubectl get pods –all-namespaces
  kubectl get pods --namespace=web <=> kubectl get pods –namespace=web
  kubectl get pods --namespace web <=> kubectl get pods ––namespace web
  kubectl get pods -A <=> kubectl get pods –A
  kubectl exec -it web -- sh <=> kubectl exec –it web — sh
  kubectl exec web -- sh <=> kubectl exec web – sh
  kubectl apply -f - <=> kubectl apply -f –
  kubectl apply -f - <=> kubectl apply –f –
  kubectl get pod kube-proxy-x <=> kubectl get pod kube‑proxy–x
  kubectl drain node01 --ignore-daemonsets --force <=> kubectl drain node01 –ignore-daemonsets —force
  rm -rf a <=> rm –rf a
  ss -tlnp <=> ss –tlnp
  tail -20 a <=> tail –20 a
  kubeadm init --service-cidr=10.96.0.0/12 <=> kubeadm init –service-cidr=10.96.0.0/12
  kubectl get pods – -A <=> kubectl get pods -- -A
  kubectl get pods -n web <=> kubectl${'\u3000'}get${'\u3000'}pods${'\u3000'}－n${'\u3000'}web
  kubectl get pods -l app=web,tier=db <=> kubectl get pods -l app＝web，tier＝db
  kubectl get pods | grep web <=> kubectl get pods ｜ grep web
  // what nobody described
  velero backup create nightly --include-namespaces web <=> velero backup create nightly --include-namespaces=web
  velero backup create nightly --include-namespaces web --wait <=> velero backup create nightly --wait --include-namespaces web
  cilium status --wait <=> cilium --wait status
  // places for something of one's own
  kubectl logs <pod-name> <=> kubectl logs web-7f9c
  kubectl logs <pod-name> -c <container> <=> kubectl logs -c app web-7f9c
  kubectl logs <pod-name> <=> kubectl logs <pod>
  kubectl logs <pod name> <=> kubectl logs web
  kubectl get <type>/<name> <=> kubectl get cm/app
  kubectl drain NODE --ignore-daemonsets <=> kubectl drain node01 --ignore-daemonsets
  kubectl scale deployment <name> --replicas=<count> <=> kubectl scale deploy web --replicas 4
  kubectl exec $POD -- date <=> kubectl exec web -- date
  etcdctl --endpoints=https://<ip>:2379 member list <=> etcdctl member list --endpoints https://10.0.0.1:2379
  curl http://<node-ip>:<port>/healthz <=> curl http://10.1.2.3:10248/healthz
`);

/** Pairs that do not. */
export const different = read(String.raw`
  etcdctl get / --cacert=/c/ca.crt <=> etcdctl get / --cert=/c/ca.crt
  etcdctl get / --cert=/c/ca.crt <=> etcdctl get / --cacert=/c/ca.crt
  etcdctl get / --cacert=/c/ca.crt --cert=/c/s.crt <=> etcdctl get / --cacert=/c/s.crt --cert=/c/ca.crt
  etcdctl get / --prefix <=> etcdctl get /
  etcdctl get / <=> etcdctl get / --prefix
  etcdctl get /registry/pods --prefix <=> etcdctl get /registry/pods/ --prefix
  etcdctl get / --limit=10 <=> etcdctl get / --limit=100
  etcdctl member list -w table <=> etcdctl member list -w json
  etcdctl put a b <=> etcdctl put b a
  etcdctl snapshot save /b.db <=> etcdctl snapshot restore /b.db
  etcdctl snapshot save /b.db <=> etcdctl snapshot save /c.db
  etcdutl snapshot status /b.db <=> etcdctl snapshot status /b.db
  ETCDCTL_API=3 etcdctl member list <=> ETCDCTL_API=2 etcdctl member list
  ETCDCTL_API=3 etcdctl member list <=> etcdctl member list
  export ETCDCTL_API=3 <=> ETCDCTL_API=3
  export ETCDCTL_API=3 <=> export ETCDCTL_API=2
  etcdctl endpoint health --endpoints=https://10.0.0.1:2379,https://10.0.0.2:2379 <=> etcdctl endpoint health --endpoints=https://10.0.0.1:2379
  etcdctl endpoint health --endpoints=https://127.0.0.1:2379 <=> etcdctl endpoint health --endpoints=127.0.0.1:2379
  kubectl get pods -n kube-system <=> kubectl get pods
  kubectl get pods <=> kubectl get pods -n default
  kubectl get pods -n kube-system <=> kubectl get pods -n kube-public
  kubectl get pods -n a <=> kubectl get pods -n a -n b
  kubectl get pods -A <=> kubectl get pods -a
  kubectl get pods -A <=> kubectl get pods --all-namespaces=false
  kubectl get pods -o yaml <=> kubectl get pods -o json
  kubectl get pods -o yaml <=> kubectl get pods
  kubectl get pods <=> kubectl get services
  kubectl get pods <=> kubectl describe pods
  kubectl get pod web <=> kubectl get pods
  kubectl get pod web <=> kubectl get pod web2
  kubectl get pod web <=> kubectl get svc web
  kubectl get pod/a svc/b <=> kubectl get pod/b svc/a
  kubectl get deployments <=> kubectl get deployments.example.com
  kubectl get ep <=> kubectl get endpointslices
  kubectl get pods -l app=web <=> kubectl get pods -l app=api
  kubectl get pods -l app=web <=> kubectl get pods -l app!=web
  kubectl get pods -l app=web,tier=front <=> kubectl get pods -l app=web
  kubectl get pods -l app=web <=> kubectl get pods -L app=web
  kubectl get pods --sort-by=.metadata.name <=> kubectl get pods --sort-by=.metadata.uid
  kubectl get --raw /readyz <=> kubectl get --raw /livez
  kubectl logs web <=> kubectl logs web -f
  kubectl logs web -p <=> kubectl logs web -f
  kubectl logs web -c app <=> kubectl logs web -c sidecar
  kubectl logs web --tail=20 <=> kubectl logs web --tail=200
  kubectl logs web <=> kubectl logs deploy/web
  kubectl exec -it web -- sh <=> kubectl exec -it web sh
  kubectl exec -it web -- sh <=> kubectl exec -i web -- sh
  kubectl exec web -- ls -l <=> kubectl exec web -l -- ls
  kubectl exec web -- ls /etc <=> kubectl exec web -- ls /var
  kubectl exec web -- sh -c 'echo hi; ls' <=> kubectl exec web -- sh -c 'ls; echo hi'
  kubectl run web --image=nginx <=> kubectl run web --image=nginx:1.29
  kubectl run web --image=nginx <=> kubectl run nginx --image=web
  kubectl run web --image=nginx --restart=Never <=> kubectl run web --image=nginx --restart=Always
  kubectl run web --image=nginx --dry-run=client -o yaml <=> kubectl run web --image=nginx --dry-run=server -o yaml
  kubectl run web --image=nginx --dry-run=client -o yaml <=> kubectl run web --image=nginx -o yaml
  kubectl run web --image=nginx --dry-run=client <=> kubectl run web --image=nginx --dry-run client
  kubectl run tmp --image=busybox -- date <=> kubectl run tmp --image=busybox --command -- date
  kubectl create deployment web --image=nginx <=> kubectl run web --image=nginx
  kubectl create deployment web --image=nginx --replicas=3 <=> kubectl create deployment web --image=nginx --replicas=2
  kubectl create deployment web --image=nginx <=> kubectl create deployment api --image=nginx
  kubectl create secret generic db --from-literal=p=a <=> kubectl create secret generic db --from-literal=p=b
  kubectl create secret generic db --from-literal=p=a <=> kubectl create secret tls db --from-literal=p=a
  kubectl create configmap a --from-file=x <=> kubectl create configmap a --from-env-file=x
  kubectl create configmap a --from-literal=A=1 --from-literal=B=2 <=> kubectl create configmap a --from-literal=A=2 --from-literal=B=1
  kubectl create role r --verb=get --resource=pods <=> kubectl create clusterrole r --verb=get --resource=pods
  kubectl create role r --verb=get,list --resource=pods <=> kubectl create role r --verb=get --resource=pods
  kubectl create role r --verb=get --resource=pods <=> kubectl create role r --verb=get --resource=secrets
  kubectl create rolebinding b --role=r --user=jane <=> kubectl create rolebinding b --clusterrole=r --user=jane
  kubectl create rolebinding b --role=r --user=jane <=> kubectl create rolebinding b --role=r --group=jane
  kubectl create rolebinding b --role=r --serviceaccount=dev:sa <=> kubectl create rolebinding b --role=r --serviceaccount=sa:dev
  kubectl auth can-i create pods <=> kubectl auth can-i delete pods
  kubectl auth can-i create pods <=> kubectl auth can-i pods create
  kubectl scale deployment web --replicas=5 <=> kubectl scale deployment web --replicas=50
  kubectl rollout undo deployment/web <=> kubectl rollout restart deployment/web
  kubectl rollout undo deployment/web <=> kubectl rollout undo deployment/web --to-revision=2
  kubectl set image deployment/web nginx=nginx:1.29 <=> kubectl set image deployment/web web=nginx:1.29
  kubectl set image deployment/web nginx=nginx:1.29 <=> kubectl set image deployment/web nginx=nginx:1.28
  kubectl expose deployment web --port=80 --target-port=8080 <=> kubectl expose deployment web --port=8080 --target-port=80
  kubectl port-forward svc/web 8080:80 <=> kubectl port-forward svc/web 80:8080
  kubectl port-forward svc/web 8080:80 <=> kubectl port-forward web 8080:80
  kubectl taint nodes n1 a=b:NoSchedule <=> kubectl taint nodes n1 a=b:NoSchedule-
  kubectl taint nodes n1 a=b:NoSchedule <=> kubectl taint nodes n1 a=b:NoExecute
  kubectl label node n1 disk=ssd <=> kubectl label node n1 disk=hdd
  kubectl label node n1 disk=ssd <=> kubectl label node n1 disk-
  kubectl label node n1 disk=ssd <=> kubectl annotate node n1 disk=ssd
  kubectl drain node01 --ignore-daemonsets <=> kubectl cordon node01
  kubectl drain node01 --ignore-daemonsets <=> kubectl drain node01 --ignore-daemonsets --force
  kubectl drain node01 <=> kubectl drain node02
  kubectl cordon node01 <=> kubectl uncordon node01
  kubectl apply -f a.yaml <=> kubectl create -f a.yaml
  kubectl apply -f a.yaml <=> kubectl apply -k a.yaml
  kubectl apply -f a.yaml <=> kubectl apply -f b.yaml
  kubectl delete pod web --force <=> kubectl delete pod web --now
  kubectl cp web:/a ./a <=> kubectl cp ./a web:/a
  kubectl patch pod w -p '{"a":1}' <=> kubectl patch pod w -p '{"a":2}'
  kubectl config use-context dev <=> kubectl config set-context dev
  kubectl get pods | grep web <=> kubectl get pods
  kubectl get pods | grep web <=> kubectl get pods && grep web
  kubectl get pods | grep web <=> kubectl get pods | grep -v web
  kubectl get pods > a.txt <=> kubectl get pods >> a.txt
  kubectl get pods > a.txt <=> kubectl get pods > b.txt
  kubectl get pods > a.txt <=> kubectl get pods 2> a.txt
  kubectl get pods > a.txt <=> kubectl get pods | tee a.txt
  kubectl get pods > a.txt 2>&1 <=> kubectl get pods 2>&1 > a.txt
  sort a | uniq <=> uniq a | sort
  systemctl start kubelet && systemctl status kubelet <=> systemctl status kubelet && systemctl start kubelet
  systemctl start a && systemctl start b <=> systemctl start a || systemctl start b
  systemctl start a && systemctl start b <=> systemctl start a; systemctl start b
  systemctl restart kubelet <=> systemctl reload kubelet
  systemctl restart kubelet <=> systemctl restart containerd
  systemctl enable --now kubelet <=> systemctl enable kubelet
  journalctl -u kubelet -n 50 <=> journalctl -u kubelet -n 500
  journalctl -u kubelet <=> journalctl -u containerd
  crictl ps -a <=> crictl ps
  crictl ps <=> crictl pods
  crictl ps <=> docker ps
  kubeadm token create --print-join-command <=> kubeadm token list
  kubeadm upgrade apply v1.34.1 <=> kubeadm upgrade apply v1.34.0
  kubeadm upgrade apply v1.34.1 <=> kubeadm upgrade node
  kubeadm init --pod-network-cidr=10.244.0.0/16 <=> kubeadm init --service-cidr=10.244.0.0/16
  helm install web bitnami/nginx <=> helm install bitnami/nginx web
  helm upgrade web c --set a=1 <=> helm upgrade web c --set a=2
  openssl x509 -in a.crt -noout -text <=> openssl x509 -in a.crt -noout -dates
  openssl x509 -in a.crt -noout <=> openssl x509 -out a.crt -noout
  docker run -p 80:8080 nginx <=> docker run -p 8080:80 nginx
  docker run nginx -d <=> docker run -d nginx
  curl -k https://a <=> curl https://a
  curl -I http://a <=> curl -i http://a
  cp a b <=> cp b a
  cp -r a b <=> cp a b
  rm -r a <=> rm -rf a
  chmod 600 a <=> chmod 644 a
  tail -n 20 a <=> head -n 20 a
  awk '{print $1}' a <=> awk "{print $1}" a
  echo '$HOME' <=> echo $HOME
  ls /etc <=> ls /var
  kubectl get pods <=> kubectl
  kubectl get pods <=> get pods
  kubectl get pods <=> kubectl gte pods
  kubectl get pods <=> kubectl get "pods
  kubectl logs <pod-name> <=> kubectl logs
  kubectl logs <pod-name> <=> kubectl logs -f
  kubectl logs <pod-name> -c app <=> kubectl logs web -c web
  kubectl scale deployment web --replicas=<count> <=> kubectl scale deployment web --replicas=many
  sudo -u etcd ls /var/lib/etcd <=> sudo ls /var/lib/etcd
  tool --level 3 run <=> tool --level 4 run
  tool -abc <=> tool -cba
  tool one two <=> tool two one
`);

/** Pairs that look alike, and of which the one undoes the other, or does another thing: Again. */
export const contrary = read(String.raw`
  kubectl get pods -n web <=> kubectl get pods –A web
  kubectl uncordon node01 <=> kubectl cordon node01
  helm uninstall web <=> helm install web
  kubectl config set-context dev <=> kubectl config get-contexts dev
  kubectl config set-context dev <=> kubectl config use-context dev
  kubectl config get-clusters <=> kubectl config set-cluster
  crictl inspecti x <=> crictl inspectp x
  crictl inspect x <=> crictl inspecti x
  crictl stop x <=> crictl stopp x
  crictl stats x <=> crictl statsp x
  crictl rmi x <=> crictl rm x
  systemctl unmask kubelet <=> systemctl mask kubelet
  systemctl disable kubelet <=> systemctl enable kubelet
  systemctl restart kubelet <=> systemctl start kubelet
  etcdctl member update a <=> etcdctl member add a
  etcdutl snapshot status a <=> etcdutl snapshot save a
  umount /mnt <=> mount /mnt
  helm push a <=> helm pull a
  docker load -i a <=> docker logs -i a
  kubectl create role a <=> kubectl create rolebinding a
  kubectl drain node01 --disable-eviction <=> kubectl drain node01 --enable-eviction
  kubectl get pods --no-headers <=> kubectl get pods --headers
  helm install web c --set a=1 <=> helm install web c --get a=1
  helm upgrade web c --set a=1 <=> helm upgrade web c --unset a=1
  kubectl expose pod w --min=1 <=> kubectl expose pod w --mix=1
  grep web a <=> grep --invert-match web a
  kubectl get pods -l 'app in (a,b)' <=> kubectl get pods -l 'app notin (a,b)'
  kubectl rollout pause deploy/web <=> kubectl rollout resume deploy/web
  kubectl certificate approve a <=> kubectl certificate deny a
  kubectl taint node n1 a=b:NoSchedule <=> kubectl taint node n1 a=b:PreferNoSchedule
  mkdir a && ls <=> mkdir a || ls
  test -e a <=> test ! -e a
`);

/** One slip in a name that the program knows: Hard. */
export const slips = read(String.raw`
  kubectl get pods -n web <=> kubeclt get pods -n web
  kubectl get pods -n web <=> kubectl gett pods -n web
  kubectl describe pod web <=> kubectl descirbe pod web
  kubectl get pods --namespace=web <=> kubectl get pods --namspace=web
  kubectl rollout restart deployment/web <=> kubectl rollout restrat deployment/web
  kubectl drain node01 --ignore-daemonsets <=> kubectl drain node01 --ignore-daemonset
  kubectl config use-context dev <=> kubectl config use-contxt dev
  kubectl create deployment web --image=nginx <=> kubectl creat deployment web --image=nginx
  kubectl create secret generic db <=> kubectl create secret genric db
  kubectl uncordon node01 <=> kubectl uncordn node01
  systemctl restart kubelet <=> systemctl restrat kubelet
  systemctl daemon-reload now <=> systemctl deamon-reload now
  journalctl -u kubelet <=> jounalctl -u kubelet
  etcdctl snapshot save /b.db <=> etcdctl snapshto save /b.db
  kubeadm upgrade plan now <=> kubeadm upgrad plan now
  helm upgrade web c <=> helm upgrde web c
  crictl inspect x y <=> crictl insepct x y
`);
