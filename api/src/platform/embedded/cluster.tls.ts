import { chmodSync, copyFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { giveFiles, type ProcessIdentity } from './process.identity.ts';

/** A certificate for 127.0.0.1 and its key, both PEM. */
export interface ServerCertificate {
  certificatePem: string;
  privateKeyPem: string;
}

export interface TlsSetup {
  settings: Record<string, string>;
  /** What clients must trust. */
  certificateFile: string;
}

/** Puts the certificate into the cluster and lets it accept TLS connections with a password alone. */
export function setUpTls(
  clusterFolder: string,
  certificate: ServerCertificate,
  identity: ProcessIdentity,
): TlsSetup {
  const write = (name: string, content: string, mode: number) => {
    const file = path.join(clusterFolder, name);
    rmSync(file, { force: true });
    writeFileSync(file, content, { mode });
    giveFiles(file, identity);
    return file;
  };
  const certFile = write('server.crt', certificate.certificatePem, 0o600);
  const keyFile = write('server.key', certificate.privateKeyPem, 0o600);
  const accessFile = write('pg_hba.tls.conf', 'hostssl all all 127.0.0.1/32 scram-sha-256\n', 0o600);
  const certificateFile = path.join(path.dirname(clusterFolder), 'postgres.certificate.pem');
  copyFileSync(certFile, certificateFile);
  chmodSync(certificateFile, 0o644);
  const settings = { ssl: 'on', ssl_cert_file: certFile, ssl_key_file: keyFile, hba_file: accessFile };
  return { settings, certificateFile };
}
