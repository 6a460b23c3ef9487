/** Ports that give full control of a machine, or of what runs on it. */
export const ADMIN_PORTS: readonly number[] = [
  22, // SSH
  23, // Telnet
  135, // Windows RPC
  445, // SMB
  623, // IPMI
  2375, // Docker, in clear
  2376, // Docker
  3389, // RDP
  5900, // VNC
  5985, // WinRM
  5986, // WinRM over TLS
  6443, // Kubernetes
  8006, // Proxmox
  10250, // kubelet
];

/** Ports of databases, caches, search engines and message queues. */
export const DATABASE_PORTS: readonly number[] = [
  389, // LDAP
  1433, // SQL Server
  1521, // Oracle
  2379, // etcd
  3306, // MySQL, MariaDB
  5432, // PostgreSQL
  5672, // AMQP
  5984, // CouchDB
  6379, // Redis, Valkey
  8086, // InfluxDB
  9042, // Cassandra
  9200, // Elasticsearch, OpenSearch
  11211, // memcached
  27017, // MongoDB
  50000, // Db2
];
