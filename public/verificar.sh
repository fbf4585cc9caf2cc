#!/bin/sh
# Comprueba la evidencia de un acuse entera, y cada archivo contra los demás: `sh verificar.sh` en su carpeta, con OpenSSL 3.
cd "$(dirname "$0")" && T=$(mktemp -d) && trap 'rm -rf "$T"' EXIT || exit 1; mal() { echo "NO SE SOSTIENE: $1. No lo aceptes." >&2; exit 1; }
campo() { tr '|' '\n' <"${2:-cadena-original.txt}" | sed -n "s/^$1://p" | head -n 1; }; igual() { [ -n "$2" ] && [ "$2" = "$3" ] || mal "$1"; }; sello=certificado-del-sello.pem
huella() { openssl dgst -sha256 -r "$1" | cut -c1-64; }; num() { expr "$1" + 0; }; firma() { openssl x509 -in "$2" -noout -pubkey >"$T/llave" && openssl dgst -sha256 -verify "$T/llave" -signature "$3" "$4" >"$T/o" 2>&1 || mal "$1"; }
epoca() { m=$((($2 + 9) % 12)) y=$(($1 - (($2 + 9) % 12) / 10)); echo $(((365 * y + y / 4 - y / 100 + y / 400 + (m * 306 + 5) / 10 + $3 - 1 - 719468) * 86400 + $4 * 3600 + $5 * 60 + $6)); }
iso() { set -- $(echo "$1" | tr 'T:+' '   ' | sed 's/-/ /g'); for n; do set -- "$@" "$(num "$n")"; shift; done; [ $# = 8 ] || mal 'una fecha de la cadena no es una fecha'; epoca "$1" "$2" "$3" $(($4 + $7)) $(($5 + $8)) "$6"; }
gmt() { set -- $(echo "$1" | tr ':' ' ' | sed 's/\.[0-9]* / /'); i=JanFebMarAprMayJunJulAugSepOctNovDec; i=${i%%"$1"*}; epoca "$6" $((${#i} / 3 + 1)) "$(num "$2")" "$(num "$3")" "$(num "$4")" "$(num "$5")"; }
folio=$(campo 'Folio del trámite') rfc=$(campo RFC) fecha=$(campo 'Fecha de elaboración'); [ -s sello.sig ] && [ -s $sello ] && [ -n "$folio" ] && [ -n "$rfc" ] || mal 'faltan la cadena original, su sello o el certificado'
firma 'el sello no es de la cadena original y de ese certificado' $sello sello.sig cadena-original.txt; t=$(iso "$fecha") && openssl verify -partial_chain -CAfile $sello -attime "$t" $sello >"$T/o" 2>&1 || mal 'el certificado del sello no servía en la fecha del acuse'; igual 'LEEME.txt es de otro acuse' "$(grep -cF "folio $folio" LEEME.txt)" 1
echo "El acuse $folio («$(campo 'Tipo de trámite')») es del RFC $rfc, $(campo 'Nombre, denominación o Razón social'), y se selló el $fecha."
echo "Lo selló $(openssl x509 -in $sello -noout -subject -nameopt utf8 | cut -c9-). Que sea el Instituto lo dice su huella, publicada en /registro: $(openssl x509 -in $sello -outform DER | openssl dgst -sha256 -r | cut -c1-64)"
q=solicitud; [ -e representacion-cadena-original.txt ] && q=representacion; s=$q-cadena-original.txt; for x in 'SHA-256 de la relación de Registros Patronales=registros-patronales.txt' 'SHA-256 del planteamiento=planteamiento.txt' "SHA-256 del texto=texto-de-la-$q.txt"; do
  h=$(campo "${x%=*}") x=${x#*=}; if [ -n "$h" ]; then igual "$x no es lo que ampara el sello" "$(huella "$x" 2>/dev/null)" "$h"; elif [ -e "$x" ]; then mal "$x está de más"; fi; done
firmado() { # archivo, número, etiqueta de la firma, de su fecha, de la serie y del RFC
  igual 'la firma no es la que ampara el sello' "$(openssl base64 -A -in "$1.sig" 2>/dev/null)" "$(campo "$3")"; t=$(iso "$(campo "$4")") c=certificado-del-firmante$2.pem
  [ -e "$c" ] || { echo 'Aquí no viene el certificado de quien firmó: la evidencia completa, de su titular, prueba además que la firma es suya.'; return; }
  a="-CAfile autoridades$2.pem -partial_chain -attime $t" n=$(openssl x509 -in "$c" -noout -serial | sed 's/.*=//; s/3\(.\)/\1/g')
  igual 'el certificado no es el de quien firmó' "$n" "$(campo "$5")"; openssl x509 -in "$c" -noout -subject -nameopt utf8,sep_multiline | grep -qF "UniqueIdentifier=$(campo "$6")" || mal 'el certificado es de otro RFC'
  firma 'la firma no es de la e.firma y de lo firmado' "$c" "$1.sig" $s; openssl verify $a "$c" >"$T/o" 2>&1 || mal 'la e.firma no era de su autoridad o no estaba vigente al firmar'
  openssl cms -verify -binary -inform DER -in "$1.p7s" -content $s -purpose any $a -out "$T/cms" >"$T/o" 2>&1 && cmp -s $s "$T/cms" || mal "$1.p7s no es de esa firma"
  openssl x509 -in "autoridad$2.pem" -noout -subject_hash >"$T/a"; openssl x509 -in "$c" -noout -issuer_hash | cmp -s - "$T/a" || mal "autoridad$2.pem no es la de esa e.firma"
  if [ -e "ocsp$2.der" ]; then openssl ocsp -respin "ocsp$2.der" -issuer "autoridad$2.pem" -cert "$c" -no_nonce -validity_period 3153600000 $a >"$T/o" 2>&1 && grep -q 'Response verify OK' "$T/o" && grep -q "^$c: good" "$T/o" || mal 'la respuesta OCSP no es de esa e.firma'
    d=$(($(gmt "$(sed -n 's/.*This Update: //p' "$T/o" | head -n 1)") - t)); [ $d -ge -600 ] || mal 'la respuesta OCSP es anterior a la firma'; fi
  echo "Lo firmó la e.firma $n ($(campo "$6")) el $(campo "$4"): era de su autoridad, estaba vigente$([ -e "ocsp$2.der" ] && echo ' y no estaba revocada')."; }
if [ -n "$(campo 'Firma electrónica avanzada')" ]; then f1=solicitud n1=; [ $q = representacion ] && f1=firma-1 n1=-1; iguales() { for e in 'Folio del trámite' RFC 'SHA-256 del texto'; do campo "$e" "$1"; done; }
  igual 'lo firmado es de otro folio, RFC o texto' "$(iguales $s)" "$(iguales cadena-original.txt)"; [ $q = representacion ] || igual 'lo firmado es de otra fecha' "$(campo 'Fecha de elaboración' $s)" "$(campo 'Fecha de firma')"
  firmado $f1 "$n1" 'Firma electrónica avanzada' 'Fecha de firma' 'Número de serie del certificado de la e.firma' RFC; r='del representante legal'; [ $q = solicitud ] || firmado firma-2 -2 "Firma electrónica avanzada $r" "Fecha de firma $r" "Número de serie del certificado $r" "RFC $r"
elif [ -e solicitud.sig ] || [ -e firma-1.sig ]; then mal 'hay una firma que el sello no ampara'; fi; for x in entrega-*; do [ -e "$x" ] || break; [ -s "${x%.*}.txt" ] || mal "$x es de una constancia que no está"; done
for x in entrega-*.txt; do [ -e "$x" ] || break; b=${x%.txt}; firma "$x no es lo que se selló" "$b.pem" "$b.sig" "$x"; igual "$x es de otro folio o RFC" "$(campo 'Folio del trámite' "$x") $(campo RFC "$x")" "$folio $rfc"
  t=$(iso "$(campo 'Fecha de elaboración' "$x")") && openssl verify -partial_chain -CAfile "$b.pem" -attime "$t" "$b.pem" >"$T/o" 2>&1 || mal "el sello de $x no servía en su fecha"; u=
  cmp -s "$b.pem" $sello || u=" (la selló otro certificado, de huella $(openssl x509 -in "$b.pem" -outform DER | openssl dgst -sha256 -r | cut -c1-64): debe estar en /registro)"
  echo "El mensaje $(campo Mensaje "$x") a $(campo 'Correo electrónico' "$x")$(campo 'Teléfono celular' "$x"): $(campo Entrega "$x"), según constancia del $(campo 'Fecha de elaboración' "$x")$u."; done
if [ -e acuse.pdf ]; then p=sello-del-documento.p7s k=certificado-del-documento.pem; grep -aqF "$folio" acuse.pdf || mal 'acuse.pdf es de otro acuse'; set -- $(grep -ao '/ByteRange \[[0-9 ]*\]' acuse.pdf | tail -n 1 | tr -dc '0-9 '); [ $# = 4 ] || mal 'acuse.pdf no lleva sello'
  { head -c "$2" acuse.pdf; tail -c "$4" acuse.pdf; } >"$T/pdf"; h=$(od -An -v -tx1 $p | tr -d ' \n'); case $(tail -c +$(($2 + 2)) acuse.pdf | head -c ${#h} | tr A-F a-f) in "$h") ;; *) mal "$p no es el sello que lleva acuse.pdf" ;; esac
  openssl cms -verify -cades -binary -inform DER -in $p -content "$T/pdf" -purpose any -CAfile $k -partial_chain -no_check_time -out "$T/o" 2>/dev/null || mal 'acuse.pdf cambió desde que se selló'; echo 'El PDF no ha cambiado desde que se selló.'; fi
if [ -e sello-de-tiempo.der ]; then z=$(openssl ts -reply -token_in -in sello-de-tiempo.der -text 2>/dev/null | sed -n 's/^Time stamp: //p')
  openssl asn1parse -inform DER -in $p -strparse "$(openssl asn1parse -inform DER -in $p | sed -n 's/^ *\([0-9]*\):d=5 .*prim: OCTET STRING.*/\1/p' | head -n 1)" -noout -out "$T/firma"
  for d in acuse.pdf "$T/firma"; do openssl ts -verify -token_in -in sello-de-tiempo.der -data "$d" -CAfile autoridad-de-tiempo.pem -partial_chain -attime "$(gmt "$z")" >/dev/null 2>&1 && ok=1; done
  [ "$ok" = 1 ] || mal 'el sello de tiempo no es de ese PDF'; echo "Un tercero vio el PDF el $z: no es posterior."; fi
r=registro-prueba.txt; if [ -e $r ]; then grep -qF "\"sha256\": \"$(huella registro-hecho.txt)\"" registro-renglon.txt || mal 'el renglón del registro no es de ese hecho'
  grep -qF "cadena_original=$(wc -c <cadena-original.txt | tr -d ' '):$(cat cadena-original.txt)" registro-hecho.txt && grep -qF "sello=64:$(huella sello.sig)" registro-hecho.txt || mal 'el hecho del registro es otro'
  hoja() { openssl dgst "-$1" -binary >"$T/d"; { printf '\000'; cat "$T/d"; } | openssl dgst "-$1" -binary >"$T/r"; }; nodo() { { printf '\001'; cat "$T/$2" "$T/$3"; } | openssl dgst "-$1" -binary >"$T/n" && mv "$T/n" "$T/r"; }
  suya() { printf '%s%s' "$(cat registro-sal.txt)" "$(huella registro-renglon.txt)" | hoja sha256; }; sed '1,/^$/d' $r >"$T/nota"; head -n 3 "$T/nota" >"$T/texto"; n=$(sed -n 2p "$T/nota")
  sube() { a=$1 i=$2 sn=$(($3 - 1)); shift 3; for x; do echo "$x" | openssl base64 -d -A >"$T/p" # de la hoja en $T/r a la raíz: resumen, índice, tamaño y prueba
    if [ $((i & 1)) = 1 ] || [ "$i" = $sn ]; then nodo "$a" p r; while [ $((i & 1)) = 0 ] && [ "$i" != 0 ]; do i=$((i / 2)) sn=$((sn / 2)); done; else nodo "$a" r p; fi; i=$((i / 2)) sn=$((sn / 2)); done; raiz=$sn:$(od -An -v -tx1 "$T/r" | tr -d ' \n'); }
  suya; sube sha256 "$(sed -n 's/^index //p' $r)" "$n" $(sed -n '3,/^$/p' $r); igual 'la prueba no lleva a la cabeza del registro' "$raiz" "0:$(sed -n 3p "$T/nota" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')"
  for l in $(cut -d+ -f3- registro-llaves.txt); do { printf '\060\052\060\005\006\003\053\145\160\003\041\000'; echo "$l" | openssl base64 -d -A | tail -c 32; } >"$T/k"
    for x in $(sed -n 's/^— [^ ]* //p' "$T/nota"); do echo "$x" | openssl base64 -d -A | tail -c 64 >"$T/x"; openssl pkeyutl -verify -pubin -keyform DER -inkey "$T/k" -rawin -in "$T/texto" -sigfile "$T/x" >/dev/null 2>&1 && firmada=1; done; done
  [ "$firmada" = 1 ] || mal 'la cabeza del registro no está firmada por sus llaves'; echo "Está en el registro público $(head -n 1 "$T/nota"), de $n hechos: si guardaste una cabeza suya, no ha cambiado desde entonces."; fi
c=autoridades-de-tiempo.pem k=1 e=0 todo='cadena-original.txt sello.sig certificado-del-sello.pem registro-hecho.txt registro-renglon.txt registro-sal.txt' rehecho=; de() { sed -n "s/^$1=[0-9]*://p" "tiempo-$k.txt"; }
vale() { openssl ts -verify -token_in -in "tiempo-$1.der" -data "tiempo-$1.txt" -CAfile $c -partial_chain -attime "$2" >"$T/o" 2>&1 || mal "el sello de tiempo tiempo-$1.der no es de su texto o de esas autoridades, o venció antes de $3"; }
while [ -e "tiempo-$k.der" ]; do j=$((k - 1)) m=$(de raiz_de_renovaciones) h=sha256 b=sha256; [ ${#m} = 128 ] && h=sha512 b=sha512
  if [ $k = 1 ]; then suya; m=$(de raiz) s=$(de posicion) b=sha256; elif s=$(de renovaciones); [ "$h$rehecho" = sha512 ]; then rehecho=1; openssl dgst -sha512 -r $todo | hoja sha512; else hoja $h <tiempo-$j.der; fi
  sube $b "$(head -n 1 "tiempo-$k.prueba")" "$s" $(sed 1d "tiempo-$k.prueba"); igual "tiempo-$k.txt no ampara lo anterior" "$raiz" "0:$m"
  openssl ts -reply -token_in -in "tiempo-$k.der" -text >"$T/ts" 2>/dev/null; grep -q "^Hash Algorithm: $h" "$T/ts" || mal "tiempo-$k.der no es de $h"; z=$(sed -n 's/^Time stamp: //p' "$T/ts") t=$(gmt "$z")
  [ "$t" -ge "$e" ] || mal "tiempo-$k.der es anterior al que renueva"; e=$t; [ $k = 1 ] && desde=$z || vale $j "$e" 'que otro lo renovara'; todo="$todo tiempo-$k.txt tiempo-$k.prueba tiempo-$k.der" k=$((k + 1)); done
set -- tiempo-*.der; if [ -e "$1" ]; then [ $# = $((k - 1)) ] || mal 'falta un sello de tiempo'; vale $# "$(date +%s)" 'hoy: descarga otra vez la evidencia'
  echo "Estaba ahí el $desde según un tercero; sellos que lo renovaron a tiempo: $(($# - 1)). Autoridades: $(openssl crl2pkcs7 -nocrl -certfile $c | openssl pkcs7 -print_certs -noout | sed -n 's/^subject=/ /p' | tr '\n' ';')"; fi
echo 'Todo se sostiene. Nadie puede probar con esto quién leyó el mensaje ni quién tenía la llave de la e.firma en la mano.'
