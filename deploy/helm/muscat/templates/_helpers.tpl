{{- define "muscat.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 50 | trimSuffix "-" -}}
{{- end -}}

{{- define "muscat.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride -}}
{{- else if contains (include "muscat.name" .) .Release.Name -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "muscat.name" .) | trunc 50 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "muscat.selector" -}}
app.kubernetes.io/name: {{ include "muscat.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "muscat.labels" -}}
{{ include "muscat.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | quote }}
{{- end -}}

{{- define "muscat.image" -}}
{{ .Values.image.repository }}:{{ default .Chart.AppVersion .Values.image.tag }}
{{- end -}}

{{/* What may be done by the containers: as little as the restricted standard of Kubernetes demands. */}}
{{- define "muscat.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end -}}

{{- define "muscat.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: {type: RuntimeDefault}
{{- end -}}

{{/* Where the store is; both the server and the job read it. */}}
{{- define "muscat.env" -}}
- {name: MUSCAT_LISTEN_HOST, value: "0.0.0.0"}
- {name: MUSCAT_LISTEN_PORT, value: "8080"}
- {name: MUSCAT_JAVA_OPTS, value: {{ .Values.javaOptions | quote }}}
- {name: MUSCAT_LOG_LEVEL, value: {{ .Values.logLevel }}}
- {name: MUSCAT_LOG_FORMAT, value: {{ .Values.logFormat }}}
{{- if eq .Values.store.kind "postgresql" }}
{{- with .Values.store.postgresql }}
- {name: MUSCAT_STORE_URL, value: {{ .url | quote }}}
- {name: MUSCAT_STORE_USER, value: {{ .user | quote }}}
- {name: MUSCAT_STORE_PASSWORD, value: "${env:STORE_PASSWORD}"}
- {name: MUSCAT_STORE_UPGRADE, value: {{ .upgrade }}}
- name: STORE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ .passwordSecret.name }}, key: {{ .passwordSecret.key }}}}
{{- end }}
{{- end }}
{{- range $name, $value := .Values.env }}
- {name: {{ $name }}, value: {{ $value | quote }}}
{{- end }}
{{- range $name, $secret := .Values.secretEnv }}
- name: {{ $name }}
  valueFrom: {secretKeyRef: {name: {{ $secret.name }}, key: {{ $secret.key }}}}
{{- end }}
{{- end -}}

{{- define "muscat.mounts" -}}
- {name: data, mountPath: /var/lib/muscat}
- {name: tmp, mountPath: /tmp}
{{- if .Values.config }}
- {name: config, mountPath: /etc/muscat, readOnly: true}
{{- end }}
{{- end -}}

{{/* All volumes but that of the data. */}}
{{- define "muscat.volumes" -}}
- name: tmp
  emptyDir: {sizeLimit: 256Mi}
{{- if .Values.config }}
- name: config
  configMap:
    name: {{ include "muscat.fullname" . }}
    items:
      - {key: muscat.yaml, path: muscat.yaml}
      {{- range $name, $_ := .Values.models }}
      - {key: {{ printf "model-%s" $name | quote }}, path: {{ printf "models/%s" $name | quote }}}
      {{- end }}
{{- end }}
{{- end -}}

{{/* How the kubelet asks. */}}
{{- define "muscat.probe" -}}
port: http{{ if .Values.webConfig.tls }}, scheme: HTTPS{{ end }}
{{- end -}}

{{- define "muscat.configArgument" -}}
{{- if .Values.config }}, --config, /etc/muscat/muscat.yaml{{ end -}}
{{- end -}}

{{/* What a pod is beside its containers and volumes. */}}
{{- define "muscat.podRest" -}}
serviceAccountName: {{ include "muscat.fullname" . }}
automountServiceAccountToken: false
# A service named muscat-x would set MUSCAT_X_..., which Muscat takes for a mistyped option.
enableServiceLinks: false
securityContext:
  {{- include "muscat.podSecurity" . | nindent 2 }}
{{- with .Values.imagePullSecrets }}
imagePullSecrets: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* The pod of the server; the two kinds of store differ in the volume of the data. */}}
{{- define "muscat.pod" -}}
metadata:
  labels:
    {{- include "muscat.labels" . | nindent 4 }}
    app.kubernetes.io/component: server
  {{- with .Values.podAnnotations }}
  annotations: {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  {{- include "muscat.podRest" . | nindent 2 }}
  {{- with .Values.affinity }}
  affinity: {{- toYaml . | nindent 4 }}
  {{- end }}
  terminationGracePeriodSeconds: 60
  {{- if .Values.folders }}
  initContainers:
    - name: folders
      image: {{ include "muscat.image" . | quote }}
      imagePullPolicy: {{ .Values.image.pullPolicy }}
      command: [mkdir, -p{{ range .Values.folders }}, {{ printf "/var/lib/muscat/data/%s" . }}{{ end }}]
      securityContext:
        {{- include "muscat.containerSecurity" . | nindent 8 }}
      resources: {{- toYaml .Values.resources | nindent 8 }}
      volumeMounts:
        - {name: data, mountPath: /var/lib/muscat}
  {{- end }}
  containers:
    - name: muscat
      image: {{ include "muscat.image" . | quote }}
      imagePullPolicy: {{ .Values.image.pullPolicy }}
      args: [serve{{ include "muscat.configArgument" . }}]
      ports:
        - {name: http, containerPort: 8080, protocol: TCP}
      env:
        {{- include "muscat.env" . | nindent 8 }}
        {{- if .Values.webConfig.secretName }}
        - {name: MUSCAT_LISTEN_WEB_CONFIG, value: /etc/muscat-web/web.yml}
        {{- end }}
      startupProbe:
        httpGet: {path: /-/healthy, {{ include "muscat.probe" . }}}
        periodSeconds: 2
        failureThreshold: 60
      livenessProbe:
        httpGet: {path: /-/healthy, {{ include "muscat.probe" . }}}
        periodSeconds: 10
        timeoutSeconds: 5
        failureThreshold: 6
      readinessProbe:
        httpGet: {path: /-/ready, {{ include "muscat.probe" . }}}
        periodSeconds: 5
        timeoutSeconds: 5
      securityContext:
        {{- include "muscat.containerSecurity" . | nindent 8 }}
      resources: {{- toYaml .Values.resources | nindent 8 }}
      volumeMounts:
        {{- include "muscat.mounts" . | nindent 8 }}
        {{- if .Values.webConfig.secretName }}
        - {name: web-config, mountPath: /etc/muscat-web, readOnly: true}
        {{- end }}
  volumes:
    {{- include "muscat.volumes" . | nindent 4 }}
    {{- with .Values.webConfig.secretName }}
    # The keys of the server; the job does not see them.
    - name: web-config
      secret: {secretName: {{ . | quote }}, defaultMode: 0440}
    {{- end }}
    {{- if eq .Values.store.kind "postgresql" }}
    # Recordings, and the mark of plugins that an operator took out of service, live as long as the pod.
    - name: data
      emptyDir: {}
    {{- end }}
{{- end -}}

{{/* A file of rules or dashboards with the links of the values in place of those of an example. */}}
{{- define "muscat.linked" -}}
{{- $links := (index . 0).Values.links -}}
{{- index . 1 | replace "https://runbooks.example.org" $links.runbooks | replace "https://grafana.example.org" $links.grafana | replace "http://127.0.0.1:8080" $links.muscat -}}
{{- end }}
