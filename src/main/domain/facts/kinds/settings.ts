/** Facts with names of their own: what people call them, and which values a card gives. */
import { bare, cidrsIn, type FactKind, pathsIn, shapes } from './kind.js';

const proxyModes = ['iptables', 'nftables', 'ipvs'];

/** The single one of some words that a text has; none when it has several. */
function only(text: string, words: readonly string[]): string[] {
  const found = words.filter((word) => new RegExp(`\\b${word}\\b`, 'i').test(text));
  return found.length === 1 ? found : [];
}

const aboutServices =
  /--service-cluster-ip-range|--service-cidr|\bserviceSubnet\b|\bservices?['s]* (ip )?(address )?(range|cidr|subnet)\b|\b(cidr|range)\b[^\n]{0,30}\b(cluster ips?|services?|service addresses)\b/i;
const aboutPods =
  /--cluster-cidr|--pod-network-cidr|\bpodSubnet\b|\bclusterCIDR\b|\bpods?['s]* (network )?(address )?(range|cidr|subnet)\b|\b(cidr|range)\b[^\n]{0,20}\b(of|for) (all |the )?pods\b/i;

export const settingKinds: readonly FactKind[] = [
  {
    id: 'etcd-certificate-directory',
    label: 'certificates of etcd',
    values: shapes.path,
    isAbout: ({ said, around }) =>
      /\betcd/i.test(`${said}\n${around}`) &&
      /\bcertificates? (directory|folder)|\b(directory|folder)[^\n]{0,30}\bcertificates?\b/i.test(said),
    claims: ({ answer }) => bare(answer, shapes.path),
  },
  {
    id: 'etcd-data-directory',
    label: 'data of etcd',
    values: shapes.path,
    isAbout: ({ said, around }) =>
      /\betcd/i.test(`${said}\n${around}`) &&
      /\bdata directory\b|--data-dir\b/i.test(said) &&
      !/\b(restor\w+|new|another|empty)\b/i.test(said),
    claims: ({ said, answer }) => {
      const [, given] = /--data-dir[= ]["']?(\/[^\s"',;]+)/.exec(said) ?? [];
      const paths = given === undefined ? pathsIn(answer) : [given];
      return paths.length === 1 ? paths : [];
    },
  },
  {
    id: 'proxy-mode',
    label: 'mode of kube-proxy',
    values: /^[a-z]{2,20}$/,
    isAbout: ({ said, around }) => /\bkube-?proxy\b/i.test(`${said}\n${around}`) && /\bmodes?\b|--proxy-mode\b/i.test(said),
    claims: ({ said }) => (/\bdefault\b|\bempty\b|--proxy-mode=/i.test(said) ? only(said, proxyModes) : []),
  },
  {
    id: 'container-runtime',
    label: 'container runtime',
    values: /^[a-z-]{2,20} \d{1,2}\.\d{1,2}[\w.+~-]{0,20}(, [a-z-]{2,20} \d{1,2}\.\d{1,2}[\w.+~-]{0,20}){0,3}$/,
    isAbout: ({ said }) =>
      /\bcontainer runtimes?\b/i.test(said) && /\b(containerd|cri-o|docker|cri-dockerd|crictl|get nodes)\b/i.test(said),
    claims: () => [],
  },
  {
    id: 'runtime-socket',
    label: 'containerRuntimeEndpoint',
    values: /^(unix:\/\/)?\/[\w./-]{3,80}\.sock$/,
    isAbout: ({ said }) => /\bcontainerRuntimeEndpoint\b|--container-runtime-endpoint\b/.test(said),
    claims: ({ answer }) => answer.match(/(unix:\/\/)?\/[\w./-]+\.sock\b/g) ?? [],
    normal: (value) => value.replace(/^unix:\/\//, '').replace(/^\/var\/run\//, '/run/'),
  },
  {
    id: 'controllers',
    label: '--controllers',
    values: shapes.names,
    isAbout: ({ said }) => /(?<![\w-])--controllers\b|\b(bootstrapsigner|tokencleaner)\b/.test(said),
    claims: ({ said }) => [...said.matchAll(/--controllers=["']?([^\s"';]+)/g)].map(([, value = '']) => value),
  },
  {
    id: 'scheduler-profile',
    label: 'scheduler',
    values: /^default-scheduler$/,
    isAbout: ({ said }) => /\bdefault-scheduler\b|\bspec\.schedulerName\b|\bscheduler profiles?\b/i.test(said),
    claims: ({ said }) => said.match(/\bdefault-scheduler\b/) ?? [],
  },
  {
    id: 'service-range',
    label: 'Service range',
    values: shapes.cidr,
    isAbout: ({ said }) => aboutServices.test(said),
    claims: ({ said }) => (aboutPods.test(said) ? [] : cidrsIn(said)),
  },
  {
    id: 'pod-range',
    label: 'Pod range',
    values: shapes.cidr,
    isAbout: ({ said }) => aboutPods.test(said),
    claims: ({ said }) => (aboutServices.test(said) ? [] : cidrsIn(said)),
  },
  {
    id: 'node-port-range',
    label: 'node ports',
    values: /^\d{1,5}-\d{1,5}$/,
    isAbout: ({ said }) =>
      /--service-node-port-range\b/.test(said) || (/\bNodePort\b/.test(said) && /\d{5}\s?(-|–|to)\s?\d{5}\b/.test(said)),
    claims: ({ said }) => said.match(/\b\d{4,5}\s?(-|–|to)\s?\d{4,5}\b/g) ?? [],
    normal: (value) => value.replace(/\s?(-|–|to)\s?/, '-'),
  },
  {
    id: 'cluster-domain',
    label: 'clusterDomain',
    values: shapes.domain,
    isAbout: ({ said }) => /\bcluster ?domain\b|\bdns (suffix|domain)\b|\.svc\.[a-z]/i.test(said),
    claims: ({ said }) => {
      const inNames = [...said.matchAll(/\.svc\.([a-z\d-]+(?:\.[a-z\d-]+)+)/g)].map(([, value = '']) => value);
      return inNames.length > 0 ? inNames : (said.match(/\b[a-z\d-]+\.(local|internal|lan|home)\b/g) ?? []);
    },
  },
  {
    id: 'cluster-dns',
    label: 'clusterDNS',
    values: shapes.address,
    isAbout: ({ said }) => /\bclusterDNS\b|\b(address|IP)\b[^\n]{0,40}\b(kube-dns|cluster DNS|DNS Service|DNS server)\b/i.test(said),
    claims: ({ said }) => said.match(/(?<![\d./])(\d{1,3}\.){3}\d{1,3}(?![\d./])/g) ?? [],
  },
  {
    id: 'certificates-directory',
    label: 'certificatesDir',
    values: shapes.path,
    isAbout: ({ said, around }) =>
      /\bkubeadm\b|\bcertificatesDir\b/i.test(`${said}\n${around}`) && /\bCAs\b|\bcertificatesDir\b/.test(said) && /\/pki\b/.test(said),
    claims: ({ said }) => pathsIn(said).filter((path) => path.endsWith('/pki')),
  },
  {
    id: 'static-pod-directory',
    label: 'staticPodPath',
    values: shapes.path,
    isAbout: ({ said }) => /\bstaticPodPath\b/.test(said) || (/\bstatic pods?\b/i.test(said) && /\/manifests\b/.test(said)),
    claims: ({ said }) =>
      pathsIn(said)
        .map((path) => path.replace(/\/[\w.-]+\.ya?ml$/, ''))
        .filter((path) => path.endsWith('/manifests')),
  },
  {
    id: 'cgroup-driver',
    label: 'cgroupDriver',
    values: /^(systemd|cgroupfs)$/,
    isAbout: ({ said }) => /\bcgroup ?driver\b/i.test(said),
    claims: ({ said }) => only(said, ['systemd', 'cgroupfs']),
  },
  {
    id: 'max-pods',
    label: 'Pods a node takes',
    values: shapes.number,
    isAbout: ({ said }) => /\bmaxPods\b|\b(most|limit|maximum|how many)\b[^\n]{0,30}\bpods\b[^\n]{0,20}\bnode\b/i.test(said),
    claims: ({ answer }) => {
      const numbers = answer.match(/(?<![\d.-])\d{2,4}(?![\d.])/g) ?? [];
      return numbers.length === 1 ? numbers : [];
    },
  },
  {
    id: 'version',
    label: 'Kubernetes',
    values: shapes.version,
    isAbout: ({ said }) =>
      /\bkubectl version\b|\bversion of (the )?(cluster|kubernetes|kube-apiserver|API server|control plane)\b/i.test(said),
    claims: () => [],
  },
  {
    id: 'kubelet-versions',
    label: 'kubelets',
    values: /^\d{1,2}\.\d{1,2}\.\d{1,3}[\w.+-]{0,20}(, \d{1,2}\.\d{1,2}\.\d{1,3}[\w.+-]{0,20}){0,5}$/,
    isAbout: ({ said }) =>
      /\bkubelets?\b/i.test(said) && /\bversion skew\b|\bkubelet versions?\b|\bversions? of (the )?kubelets?\b/i.test(said),
    claims: () => [],
  },
  {
    id: 'etcd-version',
    label: 'etcd',
    values: shapes.version,
    isAbout: ({ said }) => /\bversion of etcd\b|\betcd version\b|\betcdctl version\b/i.test(said),
    claims: () => [],
  },
  ...['failSwapOn', 'rotateCertificates', 'serverTLSBootstrap', 'failCgroupV1'].map((name) => kubeletSetting(name, shapes.onOff)),
  ...['healthzPort', 'readOnlyPort', 'containerLogMaxFiles', 'imageGCHighThresholdPercent', 'imageGCLowThresholdPercent'].map((name) =>
    kubeletSetting(name, shapes.number),
  ),
];

/** A setting of the kubelet that a card names as its configuration file does. */
function kubeletSetting(name: string, values: RegExp): FactKind {
  const naming = new RegExp(`\\b${name}\\b`);
  return {
    id: `kubelet ${name}`,
    label: name,
    values,
    isAbout: ({ said }) => naming.test(said),
    // Inside a sentence a value mostly comes with a condition.
    claims: ({ question, answer }) => (naming.test(question) ? bare(answer, values) : []),
  };
}
