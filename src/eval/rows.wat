;; What training does with rows of weights, four 32-bit floats at a time. All places are in bytes; `columns` is a whole
;; multiple of four.
(module
  (import "host" "memory" (memory 1))

  ;; out[row] = the product of the row and x
  (func (export "times") (param $out i32) (param $rows i32) (param $columns i32) (param $row i32) (param $x i32)
    (local $at i32) (local $end i32) (local $sum v128)
    (local.set $end (i32.shl (local.get $columns) (i32.const 2)))
    (loop $next
      (local.set $sum (v128.const f32x4 0 0 0 0))
      (local.set $at (i32.const 0))
      (loop $fours
        (local.set $sum
          (f32x4.add
            (local.get $sum)
            (f32x4.mul
              (v128.load (i32.add (local.get $row) (local.get $at)))
              (v128.load (i32.add (local.get $x) (local.get $at))))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $fours (i32.lt_u (local.get $at) (local.get $end))))
      (f32.store
        (local.get $out)
        (f32.add
          (f32.add (f32x4.extract_lane 0 (local.get $sum)) (f32x4.extract_lane 1 (local.get $sum)))
          (f32.add (f32x4.extract_lane 2 (local.get $sum)) (f32x4.extract_lane 3 (local.get $sum)))))
      (local.set $out (i32.add (local.get $out) (i32.const 4)))
      (local.set $row (i32.add (local.get $row) (local.get $end)))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
      (br_if $next (local.get $rows))))

  ;; out += the rows, each as many times as its share says
  (func (export "mix") (param $out i32) (param $rows i32) (param $columns i32) (param $row i32) (param $share i32)
    (local $at i32) (local $end i32) (local $s v128)
    (local.set $end (i32.shl (local.get $columns) (i32.const 2)))
    (loop $next
      (local.set $s (v128.load32_splat (local.get $share)))
      (local.set $at (i32.const 0))
      (loop $fours
        (v128.store
          (i32.add (local.get $out) (local.get $at))
          (f32x4.add
            (v128.load (i32.add (local.get $out) (local.get $at)))
            (f32x4.mul (local.get $s) (v128.load (i32.add (local.get $row) (local.get $at))))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $fours (i32.lt_u (local.get $at) (local.get $end))))
      (local.set $share (i32.add (local.get $share) (i32.const 4)))
      (local.set $row (i32.add (local.get $row) (local.get $end)))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
      (br_if $next (local.get $rows))))

  ;; row += x, as many times as the row's share says
  (func (export "spread") (param $row i32) (param $rows i32) (param $columns i32) (param $x i32) (param $share i32)
    (local $at i32) (local $end i32) (local $s v128)
    (local.set $end (i32.shl (local.get $columns) (i32.const 2)))
    (loop $next
      (local.set $s (v128.load32_splat (local.get $share)))
      (local.set $at (i32.const 0))
      (loop $fours
        (v128.store
          (i32.add (local.get $row) (local.get $at))
          (f32x4.add
            (v128.load (i32.add (local.get $row) (local.get $at)))
            (f32x4.mul (local.get $s) (v128.load (i32.add (local.get $x) (local.get $at))))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $fours (i32.lt_u (local.get $at) (local.get $end))))
      (local.set $share (i32.add (local.get $share) (i32.const 4)))
      (local.set $row (i32.add (local.get $row) (local.get $end)))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
      (br_if $next (local.get $rows)))))
