/** Names of Kubernetes resources: what `kubectl api-resources` calls them, their short names and singulars. */

/** Plural name, then its other names. Groups (`deployments.apps`) are told apart by the first dot. */
const table = `
pods po pod; services svc service; deployments deploy deployment dep; replicasets rs replicaset; statefulsets sts statefulset; daemonsets ds daemonset;
jobs job; cronjobs cj cronjob; namespaces ns namespace; nodes no node; configmaps cm configmap; secrets secret; serviceaccounts sa serviceaccount;
persistentvolumes pv persistentvolume; persistentvolumeclaims pvc persistentvolumeclaim; storageclasses sc storageclass; ingresses ing ingress;
ingressclasses ingressclass; networkpolicies netpol networkpolicy; endpoints ep endpoint; endpointslices endpointslice; events ev event;
limitranges limits limitrange; resourcequotas quota resourcequota; horizontalpodautoscalers hpa horizontalpodautoscaler;
poddisruptionbudgets pdb poddisruptionbudget; priorityclasses pc priorityclass; replicationcontrollers rc replicationcontroller;
roles role; rolebindings rolebinding; clusterroles clusterrole; clusterrolebindings clusterrolebinding;
certificatesigningrequests csr certificatesigningrequest; customresourcedefinitions crd crds customresourcedefinition; apiservices apiservice;
leases lease; csidrivers csidriver; csinodes csinode; volumeattachments volumeattachment; componentstatuses cs componentstatus;
mutatingwebhookconfigurations mutatingwebhookconfiguration; validatingwebhookconfigurations validatingwebhookconfiguration;
validatingadmissionpolicies validatingadmissionpolicy; validatingadmissionpolicybindings validatingadmissionpolicybinding;
runtimeclasses runtimeclass; podtemplates podtemplate; controllerrevisions controllerrevision; gateways gtw gateway; gatewayclasses gc gatewayclass;
httproutes httproute; grpcroutes grpcroute; all`;

const plurals: ReadonlyMap<string, string> = new Map(
  table.split(';').flatMap((entry) => {
    const names = entry.trim().split(/\s+/);
    return names.map((name): [string, string] => [name, names[0] ?? name]);
  }),
);

/** Groups of built-in resources; a group of its own (`backups.example.com`) is part of the name. */
const builtInGroup =
  /^(?:v\d\w*\.)?(?:apps|batch|autoscaling|policy|core|events\.k8s\.io|networking\.k8s\.io|rbac\.authorization\.k8s\.io|storage\.k8s\.io|scheduling\.k8s\.io|discovery\.k8s\.io|coordination\.k8s\.io|certificates\.k8s\.io|apiextensions\.k8s\.io|apiregistration\.k8s\.io|admissionregistration\.k8s\.io|gateway\.networking\.k8s\.io)$/;

/** A resource as `kubectl` takes it, in its plural: `po`, `Pod`, `deploy.apps`. Unknown ones stay, in lower case. */
export function resourceName(word: string): string {
  const lower = word.toLowerCase();
  const dot = lower.indexOf('.');
  if (dot > 0) {
    const plural = plurals.get(lower.slice(0, dot));
    return plural !== undefined && builtInGroup.test(lower.slice(dot + 1)) ? plural : lower;
  }
  return plurals.get(lower) ?? lower;
}

/** Several resources by comma: `po,svc` is `services,pods`. */
export const resourceNames = (word: string): string => word.split(',').map(resourceName).sort().join(',');

/** Does kubectl know each of these resources itself? */
export const areBuiltIn = (word: string): boolean => word.split(',').every((one) => plurals.has(resourceName(one)));
