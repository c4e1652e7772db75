;; Reads words in one direction through a layer of gated recurrent cells, four cells at a time (`network.ts` says what the
;; parts are). What the states give is added up in whole steps, the rest in 32-bit floats in one order: the same bits on every
;; machine.
(module
  (import "host" "memory" (memory 1))

  ;; The hyperbolic tangent by Lambert's continued fraction, down to its seventh part: wrong by 2e-5 below 4, by 1e-4 at most.
  ;; It meets numbers only, so the comparisons of one instruction do: those that mind what is no number take a dozen.
  (func $tanh (param $x v128) (result v128)
    (local $y v128)
    (local.set $x (f32x4.pmin (f32x4.pmax (local.get $x) (v128.const f32x4 -9 -9 -9 -9)) (v128.const f32x4 9 9 9 9)))
    (local.set $y (f32x4.mul (local.get $x) (local.get $x)))
    (f32x4.pmax
      (f32x4.pmin
        (f32x4.div
          (f32x4.mul
            (local.get $x)
            (f32x4.add
              (f32x4.mul
                (local.get $y)
                (f32x4.add
                  (f32x4.mul (local.get $y) (f32x4.add (local.get $y) (v128.const f32x4 378 378 378 378)))
                  (v128.const f32x4 17325 17325 17325 17325)))
              (v128.const f32x4 135135 135135 135135 135135)))
          (f32x4.add
            (f32x4.mul
              (local.get $y)
              (f32x4.add
                (f32x4.mul
                  (local.get $y)
                  (f32x4.add
                    (f32x4.mul (local.get $y) (v128.const f32x4 28 28 28 28))
                    (v128.const f32x4 3150 3150 3150 3150)))
                (v128.const f32x4 62370 62370 62370 62370)))
            (v128.const f32x4 135135 135135 135135 135135)))
        (v128.const f32x4 1 1 1 1))
      (v128.const f32x4 -1 -1 -1 -1)))

  (func $logistic (param $x v128) (result v128)
    (f32x4.add
      (v128.const f32x4 0.5 0.5 0.5 0.5)
      (f32x4.mul
        (v128.const f32x4 0.5 0.5 0.5 0.5)
        (call $tanh (f32x4.mul (local.get $x) (v128.const f32x4 0.5 0.5 0.5 0.5))))))

  ;; What a word gives to four cells of a gate, in whole steps, and the bias.
  (func $given (param $at i32) (param $bias i32) (param $scale v128) (result v128)
    (f32x4.add
      (f32x4.mul (local.get $scale) (f32x4.convert_i32x4_s (v128.load (local.get $at))))
      (v128.load (local.get $bias))))

  ;; Adds up what vectors give, in whole steps: `list` says of each where it stands and where it goes; the first `words` of the
  ;; `all` are put down there, the others added. `bytes` is the length of one.
  (func (export "give") (param $list i32) (param $words i32) (param $all i32) (param $bytes i32)
    (local $row i32) (local $to i32) (local $end i32)
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $all)))
        (local.set $row (i32.load (local.get $list)))
        (local.set $to (i32.load offset=4 (local.get $list)))
        (local.set $end (i32.add (local.get $to) (local.get $bytes)))
        (if (local.get $words)
          (then
            (memory.copy (local.get $to) (local.get $row) (local.get $bytes))
            (local.set $words (i32.sub (local.get $words) (i32.const 1))))
          (else
            (loop $fours
              (v128.store (local.get $to) (i32x4.add (v128.load (local.get $to)) (v128.load (local.get $row))))
              (local.set $row (i32.add (local.get $row) (i32.const 16)))
              (local.set $to (i32.add (local.get $to) (i32.const 16)))
              (br_if $fours (i32.lt_u (local.get $to) (local.get $end))))))
        (local.set $list (i32.add (local.get $list) (i32.const 8)))
        (local.set $all (i32.sub (local.get $all) (i32.const 1)))
        (br $next))))

  ;; What the states give to four cells of a gate, added up in whole steps, as a number.
  (func $sum (param $steps v128) (param $scale v128) (result v128)
    (f32x4.mul (local.get $scale) (f32x4.convert_i32x4_s (local.get $steps))))

  ;; given: where what the first word read gives begins, step: how far it is to the next word's, in bytes
  ;; kept: for four cells at a time and two states, what either gives to each cell's gate reset, then update and new, of 16 bits
  ;; bias: for four cells at a time, of the gates reset, update and new, and of what the states give to new
  ;; scale: what a step is worth of what a vector gives, stepped: of what a state gives
  ;; state: room for the states and those that come next, each as numbers and then in 16 bits; loudest: of each cell, to be raised
  (func (export "read")
    (param $given i32) (param $step i32) (param $count i32) (param $cells i32) (param $kept i32) (param $bias i32)
    (param $scale f32) (param $stepped f32) (param $state i32) (param $loudest i32)
    (local $next i32) (local $end i32) (local $from i32) (local $weight i32) (local $own i32) (local $at i32)
    (local $cell i32) (local $heard i32) (local $last i32) (local $steps v128) (local $kept-steps v128) (local $s v128)
    (local $r v128) (local $z v128) (local $n v128)
    (local.set $end (i32.shl (local.get $cells) (i32.const 2)))
    (local.set $next (i32.add (local.get $state) (i32.add (local.get $end) (i32.shr_u (local.get $end) (i32.const 1)))))
    (memory.fill (local.get $state) (i32.const 0) (i32.sub (local.get $next) (local.get $state)))
    (local.set $steps (f32x4.splat (local.get $scale)))
    (local.set $kept-steps (f32x4.splat (local.get $stepped)))
    (block $done
      (loop $words
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $weight (local.get $kept))
        (local.set $own (local.get $bias))
        (local.set $at (local.get $given))
        (local.set $cell (i32.const 0))
        (local.set $heard (i32.add (local.get $state) (local.get $end)))
        (local.set $last (i32.add (local.get $heard) (i32.shr_u (local.get $end) (i32.const 1))))
        (loop $fours
          (local.set $r (v128.const i32x4 0 0 0 0))
          (local.set $z (v128.const i32x4 0 0 0 0))
          (local.set $n (v128.const i32x4 0 0 0 0))
          (local.set $from (local.get $heard))
          ;; Four states, as two pairs.
          (loop $states
            (local.set $s (v128.load32_splat (local.get $from)))
            (local.set $r (i32x4.add (local.get $r) (i32x4.dot_i16x8_s (local.get $s) (v128.load (local.get $weight)))))
            (local.set $z (i32x4.add (local.get $z) (i32x4.dot_i16x8_s (local.get $s) (v128.load offset=16 (local.get $weight)))))
            (local.set $n (i32x4.add (local.get $n) (i32x4.dot_i16x8_s (local.get $s) (v128.load offset=32 (local.get $weight)))))
            (local.set $s (v128.load32_splat offset=4 (local.get $from)))
            (local.set $r (i32x4.add (local.get $r) (i32x4.dot_i16x8_s (local.get $s) (v128.load offset=48 (local.get $weight)))))
            (local.set $z (i32x4.add (local.get $z) (i32x4.dot_i16x8_s (local.get $s) (v128.load offset=64 (local.get $weight)))))
            (local.set $n (i32x4.add (local.get $n) (i32x4.dot_i16x8_s (local.get $s) (v128.load offset=80 (local.get $weight)))))
            (local.set $weight (i32.add (local.get $weight) (i32.const 96)))
            (local.set $from (i32.add (local.get $from) (i32.const 8)))
            (br_if $states (i32.lt_u (local.get $from) (local.get $last))))
          (local.set $r
            (call $logistic
              (f32x4.add
                (call $given (local.get $at) (local.get $own) (local.get $steps))
                (call $sum (local.get $r) (local.get $kept-steps)))))
          (local.set $z
            (call $logistic
              (f32x4.add
                (call $given (i32.add (local.get $at) (i32.const 16)) (i32.add (local.get $own) (i32.const 16)) (local.get $steps))
                (call $sum (local.get $z) (local.get $kept-steps)))))
          (local.set $n
            (call $tanh
              (f32x4.add
                (call $given (i32.add (local.get $at) (i32.const 32)) (i32.add (local.get $own) (i32.const 32)) (local.get $steps))
                (f32x4.mul
                  (local.get $r)
                  (f32x4.add (v128.load offset=48 (local.get $own)) (call $sum (local.get $n) (local.get $kept-steps)))))))
          (local.set $s (v128.load (i32.add (local.get $state) (local.get $cell))))
          (local.set $n (f32x4.add (local.get $n) (f32x4.mul (local.get $z) (f32x4.sub (local.get $s) (local.get $n)))))
          (v128.store (i32.add (local.get $next) (local.get $cell)) (local.get $n))
          (v128.store
            (i32.add (local.get $loudest) (local.get $cell))
            (f32x4.pmax (v128.load (i32.add (local.get $loudest) (local.get $cell))) (local.get $n)))
          (local.set $s
            (i32x4.trunc_sat_f32x4_s
              (f32x4.nearest (f32x4.mul (local.get $n) (v128.const f32x4 32767 32767 32767 32767)))))
          (v128.store64_lane 0
            (i32.add (i32.add (local.get $next) (local.get $end)) (i32.shr_u (local.get $cell) (i32.const 1)))
            (i16x8.narrow_i32x4_s (local.get $s) (local.get $s)))
          (local.set $at (i32.add (local.get $at) (i32.const 48)))
          (local.set $own (i32.add (local.get $own) (i32.const 64)))
          (local.set $cell (i32.add (local.get $cell) (i32.const 16)))
          (br_if $fours (i32.lt_u (local.get $cell) (local.get $end))))
        (local.set $from (local.get $state))
        (local.set $state (local.get $next))
        (local.set $next (local.get $from))
        (local.set $given (i32.add (local.get $given) (local.get $step)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $words)))))
